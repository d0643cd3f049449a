package dev.orderflow.inventory.messaging;

import dev.orderflow.events.OrderEvent.OrderCancelled;
import dev.orderflow.events.OrderEvent.OrderConfirmed;
import dev.orderflow.events.OrderEvent.OrderCreated;
import dev.orderflow.events.OrderEvent.OrderRejected;
import dev.orderflow.events.SagaEvent;
import dev.orderflow.inventory.application.CommitReservation;
import dev.orderflow.inventory.application.LockedRows;
import dev.orderflow.inventory.application.RecordLowWaterMark;
import dev.orderflow.inventory.application.ReleaseReservation;
import dev.orderflow.inventory.application.ReserveStock;
import dev.orderflow.messaging.EventConsumers;
import dev.orderflow.messaging.EventHandler;
import dev.orderflow.messaging.EventRegistry;
import dev.orderflow.messaging.LowWaterMark;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.reactivestreams.Subscriber;

/** Consumes the events of the order service. */
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
    RecordLowWaterMark recordLowWaterMark;

    @Incoming(CHANNEL)
    public Subscriber<Message<String>> orders() {
        return consumers.subscriber(CHANNEL, this);
    }

    @Override
    public void prepare(List<SagaEvent> batch) {
        locked.lock(batch);
    }

    @Override
    public void register(EventRegistry events) {
        events.on(OrderCreated.class, reserveStock::reserve);
        events.on(OrderConfirmed.class, event -> commitReservation.commit(event.orderId()));
        events.on(OrderRejected.class, event -> releaseReservation.release(event.orderId()));
        events.on(OrderCancelled.class, event -> releaseReservation.release(event.orderId()));
    }

    @Override
    public void published(LowWaterMark mark) {
        recordLowWaterMark.record(mark.partition(), mark.partitions(), mark.time());
    }
}
