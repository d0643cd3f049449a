package dev.orderflow.payment.domain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An open payment that a worker owns until its lease ends.
 *
 * @param orderId also the permanent idempotency key at the gateway
 * @param amount in minor units of the currency
 * @param traceParent of the cause, in the form of W3C Trace Context
 */
public record PaymentClaim(
        UUID orderId,
        PaymentStatus status,
        long amount,
        String currency,
        String token,
        @Nullable String traceParent) {

    /** Omits the token, which only the gateway may see. */
    @Override
    public String toString() {
        return "PaymentClaim[orderId=%s, status=%s]".formatted(orderId, status);
    }
}
