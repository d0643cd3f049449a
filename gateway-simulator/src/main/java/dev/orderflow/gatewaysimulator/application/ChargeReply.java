package dev.orderflow.gatewaysimulator.application;

import dev.orderflow.gatewaysimulator.domain.Charge;
import org.jspecify.annotations.Nullable;

/**
 * The reply to a request to charge.
 *
 * @param charge null if the reply has no body
 */
public record ChargeReply(Manner manner, @Nullable Charge charge) {

    /** The way in which the reply is sent. */
    public enum Manner {
        AT_ONCE,
        /** Delayed, but within the timeout of the client. */
        SLOWLY,
        /** After the client has timed out. */
        TOO_LATE,
        /** As status 500 without a body. */
        AS_AN_ERROR,
        /** As an incomplete body. */
        GARBLED,
        /** As a refusal: the key belongs to a different charge. */
        KEY_REUSED
    }

    static ChargeReply of(Manner manner) {
        return new ChargeReply(manner, null);
    }
}
