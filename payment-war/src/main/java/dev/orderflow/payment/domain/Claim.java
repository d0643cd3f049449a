package dev.orderflow.payment.domain;

import java.util.UUID;

/**
 * An open payment that a worker took for itself until its lease ends.
 *
 * @param orderId also the idempotency key at the gateway, the same for ever
 * @param amount in minor units of the currency
 */
public record Claim(UUID orderId, PaymentStatus status, long amount, String currency, String token) {}
