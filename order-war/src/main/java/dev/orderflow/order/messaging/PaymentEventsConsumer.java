package dev.orderflow.order.messaging;

import dev.orderflow.events.PaymentEvent.PaymentCompleted;
import dev.orderflow.events.PaymentEvent.PaymentFailed;
import dev.orderflow.events.PaymentEvent.PaymentRefunded;
import dev.orderflow.events.SagaEvent;
import dev.orderflow.messaging.EventConsumers;
import dev.orderflow.messaging.EventHandler;
import dev.orderflow.messaging.EventRegistry;
import dev.orderflow.order.application.AdvanceOrder;
import dev.orderflow.order.domain.OrderSignal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.reactivestreams.Subscriber;

/** Consumes the events of the payment service. */
@ApplicationScoped
public class PaymentEventsConsumer implements EventHandler {

    @Inject
    EventConsumers consumers;

    @Inject
    AdvanceOrder advanceOrder;

    @Incoming("payments")
    public Subscriber<Message<String>> payments() {
        return consumers.subscriber("payments", this);
    }

    @Override
    public void prepare(List<SagaEvent> batch) {
        advanceOrder.prepare(batch.stream().map(SagaEvent::orderId).toList());
    }

    @Override
    public void register(EventRegistry events) {
        events.on(
                PaymentCompleted.class,
                (paid, about) -> advanceOrder.advance(
                        paid.orderId(), OrderSignal.PAYMENT_COMPLETED, paid.amount(), paid.currency(), about));
        events.on(
                PaymentFailed.class,
                (failed, about) -> advanceOrder.advance(failed.orderId(), OrderSignal.PAYMENT_FAILED, about));
        events.on(
                PaymentRefunded.class,
                (refunded, about) -> advanceOrder.advance(
                        refunded.orderId(),
                        OrderSignal.PAYMENT_REFUNDED,
                        refunded.amount(),
                        refunded.currency(),
                        about));
    }
}
