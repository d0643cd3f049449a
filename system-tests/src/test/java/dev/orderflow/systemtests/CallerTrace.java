package dev.orderflow.systemtests;

import java.util.UUID;

/** The trace of a caller, who has one span: the calling. */
public record CallerTrace(String id) {

    public static final String CALLER = "b7ad6b7169203331";

    public static CallerTrace begin() {
        return new CallerTrace(UUID.randomUUID().toString().replace("-", ""));
    }

    /** As W3C Trace Context has it: sampled. */
    String parent() {
        return "00-" + id + "-" + CALLER + "-01";
    }
}
