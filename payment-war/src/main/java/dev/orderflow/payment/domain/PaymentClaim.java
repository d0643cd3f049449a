package dev.orderflow.payment.domain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An open payment that a worker took for itself until its lease ends.
 *
 * @param orderId also the idempotency key at the gateway, the same for ever
 * @param amount in minor units of the currency
 * @param traceParent of what asked for it, in the form of W3C Trace Context
 */
public record PaymentClaim(
        UUID orderId,
        PaymentStatus status,
        long amount,
        String currency,
        String token,
        @Nullable String traceParent) {

    /** Without the token: nobody but the gateway is to see it. */
    @Override
    public String toString() {
        return "Claim[orderId=%s, status=%s]".formatted(orderId, status);
    }
}
