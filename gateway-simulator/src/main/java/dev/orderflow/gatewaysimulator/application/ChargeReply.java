package dev.orderflow.gatewaysimulator.application;

import dev.orderflow.gatewaysimulator.domain.Charge;
import org.jspecify.annotations.Nullable;

/**
 * How a request to charge is answered.
 *
 * @param charge null where there is nothing to tell
 */
public record ChargeReply(Manner manner, @Nullable Charge charge) {

    /** How the answer goes out. */
    public enum Manner {
        AT_ONCE,
        /** After a while, but in time. */
        SLOWLY,
        /** Long after the caller has given up. */
        TOO_LATE,
        /** As a status 500 that says nothing. */
        AS_AN_ERROR,
        /** Broken off in the midst. */
        GARBLED,
        /** Not at all: the key belongs to another charge. */
        KEY_REUSED
    }

    static ChargeReply of(Manner manner) {
        return new ChargeReply(manner, null);
    }
}
