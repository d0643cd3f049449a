package dev.orderflow.payment.domain;

import java.util.Optional;
import java.util.UUID;

/**
 * The company that moves the money. The order id is the idempotency key: whatever is repeated happens once. Never
 * throws when the gateway fails, is slow or cannot be reached: that is an {@link PaymentSignal#UNANSWERED} like any
 * other answer. Every call ends within the configured time-out.
 */
public interface PaymentGateway {

    GatewayAnswer charge(PaymentClaim claim);

    /** What became of an earlier charge; empty when the gateway never heard of it. */
    Optional<GatewayAnswer> find(UUID orderId);

    /** Rules out a charge of the order for ever. Answers CAPTURED when the charge was quicker. */
    GatewayAnswer voidCharge(UUID orderId);

    /** Gives back what was charged, in full. */
    GatewayAnswer refund(UUID orderId);
}
