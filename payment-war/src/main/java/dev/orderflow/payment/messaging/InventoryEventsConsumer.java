package dev.orderflow.payment.messaging;

import dev.orderflow.events.Event;
import dev.orderflow.events.InventoryEvent;
import dev.orderflow.events.InventoryRejected;
import dev.orderflow.events.InventoryReserved;
import dev.orderflow.events.ReservationExpired;
import dev.orderflow.events.messaging.EventConsumers;
import dev.orderflow.events.messaging.EventHandler;
import dev.orderflow.events.messaging.EventMetadata;
import dev.orderflow.payment.application.OpenPayments;
import dev.orderflow.payment.application.RequestPayment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.reactivestreams.Subscriber;

/** The inventory's events: goods that are reserved are to be paid. */
@ApplicationScoped
public class InventoryEventsConsumer implements EventHandler {

    @Inject
    EventConsumers consumers;

    @Inject
    OpenPayments openPayments;

    @Inject
    RequestPayment requestPayment;

    @Incoming("inventory")
    public Subscriber<Message<String>> inventory() {
        return consumers.subscriber("inventory", this);
    }

    @Override
    public void prepare(List<Event> batch) {
        openPayments.open(batch.stream()
                .filter(InventoryReserved.class::isInstance)
                .map(Event::orderId)
                .toList());
    }

    @Override
    public void handle(Event event, EventMetadata metadata) {
        if (event instanceof InventoryEvent inventoryEvent) {
            switch (inventoryEvent) {
                case InventoryReserved reserved -> requestPayment.request(reserved.orderId(), reserved.payment());
                case InventoryRejected rejected -> {}
                // The order service cancels such an order, and that is what a payment is abandoned for.
                case ReservationExpired expired -> {}
            }
        }
    }
}
