package dev.orderflow.chassis.http.parameters;

/** Patterns for texts in requests, and the messages of the violations. */
public final class TextRules {

    /** Excludes "." and "..", which clients remove from a path before they send it. */
    public static final String SKU = "^(?!\\.{1,2}$)[A-Za-z0-9._:@-]{1,64}$";

    public static final String SKU_RULE = "must be 1 to 64 letters, digits or . _ : @ - and neither . nor ..";

    /**
     * The beginning of a pattern that requires a visible character. Invisible are control, format, private and
     * unassigned characters, separators, combining marks, the Hangul fillers and the empty Braille cell.
     */
    public static final String VISIBLE = "^(?=[\\s\\S]*[^\\p{C}\\p{Z}\\p{M}\\u115f\\u1160\\u3164\\uffa0\\u2800])";

    private TextRules() {}
}
