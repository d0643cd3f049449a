package dev.orderflow.payment.application;

import dev.orderflow.chassis.telemetry.TraceContext;
import dev.orderflow.payment.domain.Payment;
import dev.orderflow.payment.domain.Payments;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;

/**
 * Leaves the intent to charge an order. The gateway is called after the commit and by somebody else, so that neither a slow
 * gateway nor a crash can hold up or lose what was asked for.
 */
@ApplicationScoped
@Transactional
public class RequestPayment {

    @Inject
    Payments payments;

    @Inject
    Event<PaymentDue> due;

    /** The payment must have been opened in this transaction. Without effect when it was requested or abandoned before. */
    public void request(UUID orderId, long amount, String currency, String token) {
        Payment payment = payments.get(orderId);
        if (payment.request(amount, currency, token).changes()) {
            payment.continueTrace(TraceContext.current());
            due.fire(new PaymentDue());
        }
    }
}
