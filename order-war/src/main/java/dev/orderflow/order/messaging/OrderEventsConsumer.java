package dev.orderflow.order.messaging;

import dev.orderflow.events.Event;
import dev.orderflow.events.OrderEvent.OrderCreated;
import dev.orderflow.messaging.EventConsumers;
import dev.orderflow.messaging.EventHandler;
import dev.orderflow.messaging.EventMetadata;
import dev.orderflow.order.application.InvalidateOrders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
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

    @Override
    public void prepare(List<Event> batch) {
        Set<UUID> changed = batch.stream()
                .filter(event -> !(event instanceof OrderCreated)) // nothing older can be cached
                .map(Event::orderId)
                .collect(Collectors.toSet());
        if (!changed.isEmpty()) {
            invalidateOrders.invalidate(changed);
        }
    }

    @Override
    public void handle(Event event, EventMetadata metadata) {
        // All was done for the whole batch at once.
    }
}
