package dev.orderflow.inventory.messaging;

import dev.orderflow.events.Event;
import dev.orderflow.events.InventoryEvent;
import dev.orderflow.events.OrderCancelled;
import dev.orderflow.events.OrderConfirmed;
import dev.orderflow.events.OrderCreated;
import dev.orderflow.events.OrderRejected;
import dev.orderflow.events.PaymentEvent;
import dev.orderflow.events.messaging.EventConsumers;
import dev.orderflow.events.messaging.EventHandler;
import dev.orderflow.events.messaging.EventMetadata;
import dev.orderflow.events.messaging.LowWaterMark;
import dev.orderflow.inventory.application.CommitReservation;
import dev.orderflow.inventory.application.FollowOrders;
import dev.orderflow.inventory.application.LockedRows;
import dev.orderflow.inventory.application.ReleaseReservation;
import dev.orderflow.inventory.application.ReserveStock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.reactivestreams.Subscriber;

/** What the order service tells. */
@ApplicationScoped
public class OrderEventsConsumer implements EventHandler {

    private static final String CHANNEL = "orders";

    @Inject
    EventConsumers consumers;

    @Inject
    LockedRows locked;

    @Inject
    ReserveStock reserveStock;

    @Inject
    CommitReservation commitReservation;

    @Inject
    ReleaseReservation releaseReservation;

    @Inject
    FollowOrders followOrders;

    @Incoming(CHANNEL)
    public Subscriber<Message<String>> orders() {
        return consumers.subscriber(CHANNEL, this);
    }

    @Override
    public void prepare(List<Event> batch) {
        locked.lock(batch);
    }

    @Override
    public void handle(Event event, EventMetadata metadata) {
        switch (event) {
            case OrderCreated created -> reserveStock.reserve(created);
            case OrderConfirmed confirmed -> commitReservation.commit(confirmed.orderId());
            case OrderRejected rejected -> releaseReservation.release(rejected.orderId());
            case OrderCancelled cancelled -> releaseReservation.release(cancelled.orderId());
            case InventoryEvent ours -> {}
            case PaymentEvent foreign -> {}
        }
    }

    @Override
    public void published(LowWaterMark mark) {
        followOrders.follow(mark.partition(), mark.partitions(), mark.time());
    }
}
