package dev.orderflow.order.messaging;

import dev.orderflow.events.InventoryEvent;
import dev.orderflow.events.InventoryEvent.InventoryRejected;
import dev.orderflow.events.InventoryEvent.InventoryReserved;
import dev.orderflow.events.InventoryEvent.ReservationExpired;
import dev.orderflow.events.PaymentRequest;
import dev.orderflow.events.SagaEvent;
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

/** Consumes the events of the inventory service. */
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
    public void prepare(List<SagaEvent> batch) {
        advanceOrder.prepare(batch.stream().map(SagaEvent::orderId).toList());
    }

    @Override
    public void register(EventRegistry events) {
        events.on(InventoryReserved.class, this::advance);
        events.on(InventoryRejected.class, (event, about) -> advance(event, OrderSignal.STOCK_REJECTED, about));
        events.on(ReservationExpired.class, (event, about) -> advance(event, OrderSignal.RESERVATION_EXPIRED, about));
    }

    private void advance(InventoryEvent event, OrderSignal signal, EventMetadata about) {
        advanceOrder.advance(event.orderId(), signal, about);
    }

    /** Checks the amount in the event, because the payment service charges that amount. */
    private void advance(InventoryReserved reserved, EventMetadata metadata) {
        PaymentRequest payment = reserved.payment();
        advanceOrder.advance(
                reserved.orderId(), OrderSignal.STOCK_RESERVED, payment.amount(), payment.currency(), metadata);
    }
}
