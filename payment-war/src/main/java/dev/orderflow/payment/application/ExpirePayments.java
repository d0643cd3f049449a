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
 * Gives up charges of which the gateway has said nothing definite for too long. Whether it has the money or not, it is
 * asked to rule the charge out, and what it answers to that decides. Replicas may do so at the same time; each takes
 * other payments.
 */
@ApplicationScoped
public class ExpirePayments {

    @Inject
    Payments payments;

    @Inject
    Event<PaymentDue> due;

    /**
     * Gives up some overdue charges, in one transaction.
     *
     * @param age how long ago they were requested at least, by the database's clock
     * @return how many; fewer than {@code limit} means that no more are overdue
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
