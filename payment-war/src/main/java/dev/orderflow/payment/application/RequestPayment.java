package dev.orderflow.payment.application;

import dev.orderflow.chassis.telemetry.TraceContext;
import dev.orderflow.events.PaymentRequest;
import dev.orderflow.payment.domain.Payment;
import dev.orderflow.payment.domain.Payments;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Stores the intent to charge an order. The gateway is called after the commit and on another thread, so a slow gateway
 * delays no event and a crash loses nothing. If this server has a free slot, the intent is stored with a lease and the
 * call follows the commit. Otherwise, any server claims the payment.
 */
@ApplicationScoped
@Transactional
public class RequestPayment {

    @Inject
    Payments payments;

    @Inject
    GatewaySlots slots;

    @Inject
    Event<PaymentDue> due;

    @Inject
    @ConfigProperty(name = "orderflow.overdue.margin-s")
    long marginSeconds;

    /**
     * Requests a payment that {@link OpenPayments} has locked in this transaction. No effect if it was requested or
     * abandoned before. If the order is overdue, the order service has already cancelled it, and the payment is
     * abandoned.
     */
    public void request(UUID orderId, PaymentRequest request) {
        Payment payment = payments.get(orderId);
        Instant expiresAt = request.expiresAt();
        if (expiresAt != null && payment.isReceivedAfter(expiresAt.plusSeconds(marginSeconds))) {
            payment.abandon("EXPIRED");
        } else if (payment.request(request.amount(), request.currency(), request.token())
                .changes()) {
            payment.continueTrace(TraceContext.current());
            if (!slots.lease(payment)) {
                due.fire(new PaymentDue());
            }
        }
        payments.update(payment);
    }
}
