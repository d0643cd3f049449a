package dev.orderflow.gatewaysimulator.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the gateway did under a key.
 *
 * @param status CAPTURED, DECLINED or VOIDED
 * @param reason why it was declined
 * @param captured what was taken, in minor units
 * @param refunded what was given back, in minor units
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

    /**
     * Whether the request that made this charge is the one that now repeats its key. A voided key never had a request.
     */
    public boolean answers(ChargeRequest request) {
        return status.equals("VOIDED")
                || (orderId.equals(request.orderId())
                        && amount == request.amount()
                        && currency.equals(request.currency()));
    }
}
