package dev.orderflow.systemtests;

import java.util.UUID;

/** The trace of a caller, who has one span: the calling. */
public record Trace(String id) {

    public static final String CALLER = "b7ad6b7169203331";

    public static Trace begin() {
        return new Trace(UUID.randomUUID().toString().replace("-", ""));
    }

    /** As W3C Trace Context has it: sampled. */
    String parent() {
        return "00-" + id + "-" + CALLER + "-01";
    }
}
