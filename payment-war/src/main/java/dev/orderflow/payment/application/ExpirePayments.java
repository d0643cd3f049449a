package dev.orderflow.payment.application;

import dev.orderflow.payment.domain.Payment;
import dev.orderflow.payment.domain.Payments;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;

/**
 * Gives up charges for which the gateway has given no definite answer for too long. The gateway is then asked to void
 * the charge, and its answer decides. Replicas can run this concurrently, because each skips the rows that another has
 * locked.
 */
@ApplicationScoped
public class ExpirePayments {

    @Inject
    Payments payments;

    @Inject
    Event<PaymentDue> due;

    /**
     * Gives up a batch of overdue charges in one transaction.
     *
     * @param age minimum time since the payment was requested, by the database's clock
     * @return the number of payments; fewer than {@code limit} means that no other one is overdue
     */
    @Transactional
    public int expire(Duration age, int limit) {
        List<Payment> overdue = payments.lockOverdue(age, limit);
        for (Payment payment : overdue) {
            payment.expire("The gateway gave no definite answer in time");
            payments.update(payment);
        }
        if (!overdue.isEmpty()) {
            due.fire(new PaymentDue());
        }
        return overdue.size();
    }
}
