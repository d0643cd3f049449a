package dev.orderflow.payment.messaging;

import dev.orderflow.events.OrderEvent.OrderCancelled;
import dev.orderflow.events.OrderEvent.OrderRejected;
import dev.orderflow.events.SagaEvent;
import dev.orderflow.messaging.EventConsumers;
import dev.orderflow.messaging.EventHandler;
import dev.orderflow.messaging.EventRegistry;
import dev.orderflow.payment.application.AbandonPayment;
import dev.orderflow.payment.application.OpenPayments;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.reactivestreams.Subscriber;

/** Consumes the events of the order service: a rejected or cancelled order abandons the payment. */
@ApplicationScoped
public class OrderEventsConsumer implements EventHandler {

    @Inject
    EventConsumers consumers;

    @Inject
    OpenPayments openPayments;

    @Inject
    AbandonPayment abandonPayment;

    @Incoming("orders")
    public Subscriber<Message<String>> orders() {
        return consumers.subscriber("orders", this);
    }

    @Override
    public void prepare(List<SagaEvent> batch) {
        openPayments.open(batch.stream().map(SagaEvent::orderId).toList());
    }

    @Override
    public void register(EventRegistry events) {
        events.on(OrderCancelled.class, event -> abandonPayment.abandon(event.orderId(), event.reason()));
        events.on(OrderRejected.class, event -> abandonPayment.abandon(event.orderId(), event.reason()));
    }
}
