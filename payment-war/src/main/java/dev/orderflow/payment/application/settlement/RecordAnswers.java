package dev.orderflow.payment.application.settlement;

import dev.orderflow.chassis.telemetry.TraceContext;
import dev.orderflow.events.PaymentEvent.PaymentCompleted;
import dev.orderflow.events.PaymentEvent.PaymentFailed;
import dev.orderflow.events.PaymentEvent.PaymentRefunded;
import dev.orderflow.messaging.Outbox;
import dev.orderflow.payment.application.PaymentSettings;
import dev.orderflow.payment.domain.Payment;
import dev.orderflow.payment.domain.Payments;
import dev.orderflow.payment.domain.Transition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;

/** Records answers of the gateway: status, ledger entries and event, in one transaction. */
@ApplicationScoped
@Transactional
public class RecordAnswers {

    @Inject
    Payments payments;

    @Inject
    Outbox outbox;

    @Inject
    PaymentSettings settings;

    public void record(List<ReceivedAnswer> answers) {
        payments.lock(answers.stream().map(ReceivedAnswer::orderId).toList());
        for (ReceivedAnswer answered : answers) {
            Payment payment = payments.get(answered.orderId());
            Transition transition = payment.settle(answered.answer(), settings.backOff(payment.attempts()));
            payments.update(payment);
            transition.entries().forEach(kind -> payments.enter(payment.entry(kind)));
            if (transition.changes()) {
                TraceContext.run(answered.traceParent(), payment.orderId().toString(), () -> announce(payment));
            }
        }
    }

    private void announce(Payment payment) {
        switch (payment.status()) {
            case COMPLETED ->
                outbox.append(new PaymentCompleted(payment.orderId(), payment.amount(), payment.currency()));
            case FAILED ->
                outbox.append(
                        new PaymentFailed(payment.orderId(), Objects.requireNonNullElse(payment.reason(), "unpaid")));
            case REFUNDED ->
                outbox.append(new PaymentRefunded(payment.orderId(), payment.amount(), payment.currency()));
            case NEW, PENDING, UNKNOWN, EXPIRING, VOIDING, VOIDED, REFUNDING -> {}
        }
    }
}
