package dev.orderflow.order.messaging;

import dev.orderflow.events.Event;
import dev.orderflow.events.PaymentEvent;
import dev.orderflow.events.PaymentEvent.PaymentCompleted;
import dev.orderflow.events.PaymentEvent.PaymentFailed;
import dev.orderflow.events.PaymentEvent.PaymentRefunded;
import dev.orderflow.messaging.EventConsumers;
import dev.orderflow.messaging.EventHandler;
import dev.orderflow.messaging.EventMetadata;
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
            advanceOrder.advance(event.orderId(), signal(paymentEvent), metadata);
        }
    }

    private static OrderSignal signal(PaymentEvent event) {
        return switch (event) {
            case PaymentCompleted completed -> OrderSignal.PAYMENT_COMPLETED;
            case PaymentFailed failed -> OrderSignal.PAYMENT_FAILED;
            case PaymentRefunded refunded -> OrderSignal.PAYMENT_REFUNDED;
        };
    }
}
