package dev.orderflow.systemtests;

import java.util.UUID;

/** The trace of a caller, with one span for the call. */
public record CallerTrace(String id) {

    public static final String CALLER = "b7ad6b7169203331";

    public static CallerTrace begin() {
        return new CallerTrace(UUID.randomUUID().toString().replace("-", ""));
    }

    /** Returns the {@code traceparent} header of W3C Trace Context, sampled. */
    String parent() {
        return "00-" + id + "-" + CALLER + "-01";
    }
}
