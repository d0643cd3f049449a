package dev.orderflow.order.messaging;

import dev.orderflow.events.Event;
import dev.orderflow.events.InventoryEvent;
import dev.orderflow.events.InventoryRejected;
import dev.orderflow.events.InventoryReserved;
import dev.orderflow.events.PaymentRequest;
import dev.orderflow.events.ReservationExpired;
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

/** What the inventory service tells. */
@ApplicationScoped
public class InventoryEventsConsumer implements EventHandler {

    @Inject
    EventConsumers consumers;

    @Inject
    AdvanceOrder advanceOrder;

    @Incoming("inventory")
    public Subscriber<Message<String>> inventory() {
        return consumers.subscriber("inventory", this);
    }

    @Override
    public void prepare(List<Event> batch) {
        advanceOrder.prepare(batch.stream().map(Event::orderId).toList());
    }

    @Override
    public void handle(Event event, EventMetadata metadata) {
        if (event instanceof InventoryEvent inventoryEvent) {
            switch (inventoryEvent) {
                case InventoryReserved reserved -> advance(reserved, metadata);
                case InventoryRejected rejected ->
                    advanceOrder.advance(rejected.orderId(), OrderSignal.STOCK_REJECTED, metadata);
                case ReservationExpired expired ->
                    advanceOrder.advance(expired.orderId(), OrderSignal.RESERVATION_EXPIRED, metadata);
            }
        }
    }

    /** The payment service is asked to charge what this event names. */
    private void advance(InventoryReserved reserved, EventMetadata metadata) {
        PaymentRequest payment = reserved.payment();
        advanceOrder.advance(
                reserved.orderId(), OrderSignal.STOCK_RESERVED, payment.amount(), payment.currency(), metadata);
    }
}
