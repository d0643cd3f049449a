package dev.orderflow.payment.application;

import dev.orderflow.chassis.telemetry.TraceContext;
import dev.orderflow.payment.domain.Payment;
import dev.orderflow.payment.domain.Payments;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** The order came to nothing: nothing may be charged for it any more, and what was charged is given back. */
@ApplicationScoped
@Transactional
public class AbandonPayment {

    @Inject
    Payments payments;

    @Inject
    Event<PaymentDue> due;

    /**
     * The payment must have been opened in this transaction. May come before the request, during the charge, or after
     * it.
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
