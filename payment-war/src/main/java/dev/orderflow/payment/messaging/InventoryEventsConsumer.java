package dev.orderflow.payment.messaging;

import dev.orderflow.events.InventoryEvent.InventoryReserved;
import dev.orderflow.events.SagaEvent;
import dev.orderflow.messaging.EventConsumers;
import dev.orderflow.messaging.EventHandler;
import dev.orderflow.messaging.EventRegistry;
import dev.orderflow.payment.application.OpenPayments;
import dev.orderflow.payment.application.RequestPayment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.reactivestreams.Subscriber;

/** Consumes the events of the inventory service: a reservation requests the payment. */
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
    public void prepare(List<SagaEvent> batch) {
        openPayments.open(batch.stream().map(SagaEvent::orderId).toList());
    }

    @Override
    public void register(EventRegistry events) {
        events.on(InventoryReserved.class, reserved -> requestPayment.request(reserved.orderId(), reserved.payment()));
    }
}
