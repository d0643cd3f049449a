package dev.orderflow.payment.messaging;

import dev.orderflow.events.Event;
import dev.orderflow.events.OrderEvent;
import dev.orderflow.events.OrderEvent.OrderCancelled;
import dev.orderflow.events.OrderEvent.OrderConfirmed;
import dev.orderflow.events.OrderEvent.OrderCreated;
import dev.orderflow.events.OrderEvent.OrderRejected;
import dev.orderflow.messaging.EventConsumers;
import dev.orderflow.messaging.EventHandler;
import dev.orderflow.messaging.EventMetadata;
import dev.orderflow.payment.application.AbandonPayment;
import dev.orderflow.payment.application.OpenPayments;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.reactivestreams.Subscriber;

/** The order's events: an order that came to nothing is not paid for. */
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
    public void prepare(List<Event> batch) {
        openPayments.open(batch.stream()
                .filter(event -> event instanceof OrderCancelled || event instanceof OrderRejected)
                .map(Event::orderId)
                .toList());
    }

    @Override
    public void handle(Event event, EventMetadata metadata) {
        if (event instanceof OrderEvent orderEvent) {
            switch (orderEvent) {
                case OrderCancelled cancelled -> abandonPayment.abandon(cancelled.orderId(), cancelled.reason());
                case OrderRejected rejected -> abandonPayment.abandon(rejected.orderId(), rejected.reason());
                case OrderCreated created -> {}
                case OrderConfirmed confirmed -> {}
            }
        }
    }
}
