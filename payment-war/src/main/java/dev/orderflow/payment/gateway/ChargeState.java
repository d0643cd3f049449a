package dev.orderflow.payment.gateway;

import org.jspecify.annotations.Nullable;

/**
 * What the gateway says about a charge.
 *
 * @param status CAPTURED, DECLINED or VOIDED
 * @param reason why it was declined
 * @param refunded in minor units, of what was captured
 */
public record ChargeState(@Nullable String status, @Nullable String reason, long refunded) {}
