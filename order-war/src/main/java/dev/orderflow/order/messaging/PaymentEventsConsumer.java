package dev.orderflow.order.messaging;

import dev.orderflow.events.Event;
import dev.orderflow.events.PaymentEvent;
import dev.orderflow.events.PaymentEvent.PaymentCompleted;
import dev.orderflow.events.PaymentEvent.PaymentFailed;
import dev.orderflow.events.PaymentEvent.PaymentRefunded;
import dev.orderflow.messaging.EventConsumers;
import dev.orderflow.messaging.EventHandler;
import dev.orderflow.messaging.EventMetadata;
import dev.orderflow.messaging.EventRegistry;
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
    public void register(EventRegistry events) {
        events.on(PaymentCompleted.class, (event, about) -> advance(event, OrderSignal.PAYMENT_COMPLETED, about));
        events.on(PaymentFailed.class, (event, about) -> advance(event, OrderSignal.PAYMENT_FAILED, about));
        events.on(PaymentRefunded.class, (event, about) -> advance(event, OrderSignal.PAYMENT_REFUNDED, about));
    }

    private void advance(PaymentEvent event, OrderSignal signal, EventMetadata about) {
        advanceOrder.advance(event.orderId(), signal, about);
    }
}
