package dev.orderflow.payment.application;

import dev.orderflow.chassis.telemetry.TraceContext;
import dev.orderflow.payment.domain.Payment;
import dev.orderflow.payment.domain.Payments;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Abandons the payment of a rejected or cancelled order: it is never charged, and a charge is refunded. */
@ApplicationScoped
@Transactional
public class AbandonPayment {

    @Inject
    Payments payments;

    @Inject
    Event<PaymentDue> due;

    /**
     * Abandons a payment that {@link OpenPayments} has locked in this transaction. The order can end before the payment
     * was requested, during the charge or after it.
     */
    public void abandon(UUID orderId, String why) {
        Payment payment = payments.get(orderId);
        if (payment.abandon(why).to().isOpen()) {
            payment.continueTrace(TraceContext.current());
            due.fire(new PaymentDue());
        }
        payments.update(payment);
    }
}
