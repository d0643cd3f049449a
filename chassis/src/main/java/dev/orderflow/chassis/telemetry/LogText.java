package dev.orderflow.chassis.telemetry;

import org.jspecify.annotations.Nullable;

/** Makes untrusted text safe to log. */
public final class LogText {

    private static final int MOST = 500;

    private LogText() {}

    /**
     * Returns the value on one line of at most {@value #MOST} characters. Control characters are escaped, so a sender
     * can neither forge a log line nor send commands to a terminal.
     */
    public static String of(@Nullable Object value) {
        String text = String.valueOf(value);
        StringBuilder line = new StringBuilder(Math.min(text.length(), MOST));
        text.codePoints().limit(MOST).forEach(character -> {
            if (isPrinted(character)) {
                line.appendCodePoint(character);
            } else {
                line.append("\\u%04x".formatted(character));
            }
        });
        return text.codePointCount(0, text.length()) > MOST ? line.append('…').toString() : line.toString();
    }

    private static boolean isPrinted(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
