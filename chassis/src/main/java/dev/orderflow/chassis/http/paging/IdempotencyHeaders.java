package dev.orderflow.chassis.http.paging;

/**
 * How a request is made safe to send again: the header that names it, its rules, and the header that tells a replay.
 */
public final class IdempotencyHeaders {

    public static final String KEY = "Idempotency-Key";
    public static final String KEY_PATTERN = "^[\\x21-\\x7e]{1,128}$";
    public static final String KEY_RULE = "the header " + KEY + " has 1 to 128 visible ASCII characters";
    public static final String KEY_REQUIRED = "the header " + KEY + " is required";

    public static final String REPLAYED = "Idempotent-Replayed";

    private IdempotencyHeaders() {}
}
