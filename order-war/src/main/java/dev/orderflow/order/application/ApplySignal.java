package dev.orderflow.order.application;

import dev.orderflow.events.OrderEvent.OrderCancelled;
import dev.orderflow.events.OrderEvent.OrderConfirmed;
import dev.orderflow.events.OrderEvent.OrderRejected;
import dev.orderflow.messaging.Outbox;
import dev.orderflow.order.domain.NewTransition;
import dev.orderflow.order.domain.Order;
import dev.orderflow.order.domain.OrderChanged;
import dev.orderflow.order.domain.OrderSignal;
import dev.orderflow.order.domain.OrderStatus;
import dev.orderflow.order.domain.Orders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Applies a signal to an order, records the transition and publishes the event that follows from it. */
@ApplicationScoped
public class ApplySignal {

    private static final Logger LOG = Logger.getLogger(ApplySignal.class.getName());

    @Inject
    Orders orders;

    @Inject
    Outbox outbox;

    @Inject
    Event<OrderChanged> orderChanged;

    /**
     * Applies a signal to an order that this transaction has locked. A signal without effect is recorded, too.
     *
     * @param eventId of the event that carried the signal; null for a request or a deadline
     * @param traceParent W3C trace context of the cause
     */
    @Transactional(TxType.MANDATORY)
    public void apply(Order order, OrderSignal signal, @Nullable UUID eventId, @Nullable String traceParent) {
        OrderStatus before = order.status();
        boolean changed = order.advance(signal).isPresent();
        UUID publishedId = changed ? publish(order) : null;
        orders.append(new NewTransition(
                order.id(), before, order.status(), signal.name(), eventId, publishedId, traceParent));
        if (changed) {
            orders.update(order);
            orderChanged.fire(new OrderChanged(order));
        } else {
            LOG.log(Level.FINE, "Order {0}: {1} has no effect in {2}", new Object[] {order.id(), signal, before});
        }
    }

    /** Returns the id of the event; null if the status has no event. */
    private @Nullable UUID publish(Order order) {
        String reason = String.valueOf(order.reason());
        return switch (order.status()) {
            case CONFIRMED -> outbox.append(new OrderConfirmed(order.id()));
            case REJECTED -> outbox.append(new OrderRejected(order.id(), reason));
            case CANCELLED -> outbox.append(new OrderCancelled(order.id(), reason));
            case PENDING, RESERVED -> null;
        };
    }
}
