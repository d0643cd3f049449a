package dev.orderflow.chassis.http.paging;

/** The headers of idempotent requests: the key with its rules, and the mark of a replayed response. */
public final class IdempotencyHeaders {

    public static final String KEY = "Idempotency-Key";
    public static final String KEY_PATTERN = "^[\\x21-\\x7e]{1,128}$";
    public static final String KEY_RULE = "the header " + KEY + " has 1 to 128 visible ASCII characters";
    public static final String KEY_REQUIRED = "the header " + KEY + " is required";

    public static final String REPLAYED = "Idempotent-Replayed";

    private IdempotencyHeaders() {}
}
