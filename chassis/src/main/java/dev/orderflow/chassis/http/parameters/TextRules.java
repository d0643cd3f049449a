package dev.orderflow.chassis.http.parameters;

/** Patterns that texts of requests have to match, with what is said of those that do not. */
public final class TextRules {

    /** Not "." or "..", which clients take out of a path before they send it. */
    public static final String SKU = "^(?!\\.{1,2}$)[A-Za-z0-9._:@-]{1,64}$";

    public static final String SKU_RULE = "must be 1 to 64 letters, digits or . _ : @ - and neither . nor ..";

    /**
     * The beginning of a pattern: somewhere in the text is a character that is seen. Not seen are controls, formats,
     * private and unassigned characters, separators, combining marks without their letter, and the letters and symbols
     * that Unicode draws as a blank: the fillers of Hangul and the empty cell of Braille.
     */
    public static final String VISIBLE = "^(?=[\\s\\S]*[^\\p{C}\\p{Z}\\p{M}\\u115f\\u1160\\u3164\\uffa0\\u2800])";

    private TextRules() {}
}
