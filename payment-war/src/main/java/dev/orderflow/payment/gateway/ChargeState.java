package dev.orderflow.payment.gateway;

import org.jspecify.annotations.Nullable;

/**
 * What the gateway says about a charge; amounts in minor units of the currency.
 *
 * @param orderId what it is for; nothing when its key was voided before it was used
 * @param status CAPTURED, DECLINED or VOIDED
 * @param reason why it was declined
 */
public record ChargeState(
        @Nullable String key,
        @Nullable String orderId,
        @Nullable String status,
        @Nullable String reason,
        long captured,
        long refunded,
        @Nullable String currency) {}
