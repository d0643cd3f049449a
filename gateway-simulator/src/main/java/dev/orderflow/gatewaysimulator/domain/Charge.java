package dev.orderflow.gatewaysimulator.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The charge or void under a key.
 *
 * @param status CAPTURED, DECLINED or VOIDED
 * @param reason why it was declined
 * @param captured in minor units
 * @param refunded in minor units
 */
public record Charge(
        String key,
        String orderId,
        long amount,
        String currency,
        String status,
        @Nullable String reason,
        long captured,
        long refunded,
        Instant createdAt) {

    /** Returns whether a repeated request is the same as the first. A voided key never had a request. */
    public boolean answers(ChargeRequest request) {
        return status.equals("VOIDED")
                || (orderId.equals(request.orderId())
                        && amount == request.amount()
                        && currency.equals(request.currency()));
    }
}
