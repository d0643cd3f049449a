package dev.orderflow.order.messaging;

import dev.orderflow.events.Event;
import dev.orderflow.events.OrderEvent.OrderCancelled;
import dev.orderflow.events.OrderEvent.OrderConfirmed;
import dev.orderflow.events.OrderEvent.OrderRejected;
import dev.orderflow.messaging.EventConsumers;
import dev.orderflow.messaging.EventHandler;
import dev.orderflow.messaging.EventRegistry;
import dev.orderflow.order.application.InvalidateOrders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.reactivestreams.Subscriber;

/** What this service itself told: the change of an order that another one of its servers may have failed to tell the cache. */
@ApplicationScoped
public class OrderEventsConsumer implements EventHandler {

    @Inject
    EventConsumers consumers;

    @Inject
    InvalidateOrders invalidateOrders;

    @Incoming("orders")
    public Subscriber<Message<String>> orders() {
        return consumers.subscriber("orders", this);
    }

    /** Nothing older than a new order can be cached. */
    @Override
    public void register(EventRegistry events) {
        events.on(OrderConfirmed.class, OrderEventsConsumer::isInvalidated);
        events.on(OrderRejected.class, OrderEventsConsumer::isInvalidated);
        events.on(OrderCancelled.class, OrderEventsConsumer::isInvalidated);
    }

    @Override
    public void prepare(List<Event> batch) {
        invalidateOrders.invalidate(batch.stream().map(Event::orderId).collect(Collectors.toSet()));
    }

    private static void isInvalidated(Event event) {
        // With all others of its batch.
    }
}
