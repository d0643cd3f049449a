package dev.orderflow.order.messaging;

import dev.orderflow.events.Event;
import dev.orderflow.events.PaymentCompleted;
import dev.orderflow.events.PaymentEvent;
import dev.orderflow.events.PaymentFailed;
import dev.orderflow.events.PaymentRefunded;
import dev.orderflow.events.messaging.EventConsumers;
import dev.orderflow.events.messaging.EventHandler;
import dev.orderflow.events.messaging.EventMetadata;
import dev.orderflow.order.application.AdvanceOrder;
import dev.orderflow.order.domain.OrderSignal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.reactivestreams.Subscriber;

/** What the payment service tells. */
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
    public void prepare(List<Event> batch) {
        advanceOrder.prepare(batch.stream().map(Event::orderId).toList());
    }

    @Override
    public void handle(Event event, EventMetadata metadata) {
        if (event instanceof PaymentEvent paymentEvent) {
            switch (paymentEvent) {
                case PaymentCompleted paid ->
                    advanceOrder.advance(
                            paid.orderId(), OrderSignal.PAYMENT_COMPLETED, paid.amount(), paid.currency(), metadata);
                case PaymentFailed failed ->
                    advanceOrder.advance(failed.orderId(), OrderSignal.PAYMENT_FAILED, metadata);
                case PaymentRefunded refunded ->
                    advanceOrder.advance(
                            refunded.orderId(),
                            OrderSignal.PAYMENT_REFUNDED,
                            refunded.amount(),
                            refunded.currency(),
                            metadata);
            }
        }
    }
}
