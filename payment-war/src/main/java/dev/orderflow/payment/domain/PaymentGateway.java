package dev.orderflow.payment.domain;

import java.util.Optional;
import java.util.UUID;

/**
 * The payment gateway. The order id is the idempotency key, so a repeated call has one effect. Methods never throw if
 * the gateway fails, is slow or is unreachable, but return {@link PaymentSignal#UNANSWERED}. Every call ends within the
 * configured timeout.
 */
public interface PaymentGateway {

    GatewayAnswer charge(PaymentClaim claim);

    /** Returns the result of an earlier charge; empty if the gateway does not know the charge. */
    Optional<GatewayAnswer> find(UUID orderId);

    /** Voids the charge of an order permanently. Returns CAPTURED if the charge was faster. */
    GatewayAnswer voidCharge(UUID orderId);

    /** Refunds a charge in full. */
    GatewayAnswer refund(UUID orderId);
}
