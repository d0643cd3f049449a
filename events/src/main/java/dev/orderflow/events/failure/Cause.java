package dev.orderflow.events.failure;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Why something failed, in one line: for logs, which have no use for the same stack at every attempt, and for operators. */
public final class Cause {

    /** Characters of a cause; whole payloads have been seen in messages of exceptions. */
    private static final int LONGEST = 1_000;

    private static final int MAX_CAUSES = 20;
    private static final Pattern BREAKS = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]+\\s*");

    private Cause() {}

    /** What our own code says of it; where that says nothing, the innermost cause. */
    public static String of(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; depth < MAX_CAUSES; depth++) {
            if (cause instanceof PermanentFailure || cause instanceof RetryableFailure) {
                return line(String.valueOf(cause.getMessage()));
            }
            @Nullable Throwable next = cause.getCause();
            if (next == null) {
                break;
            }
            cause = next;
        }
        return line(cause.getClass().getSimpleName() + ": " + cause.getMessage());
    }

    private static String line(String text) {
        String line = BREAKS.matcher(text).replaceAll(" ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
