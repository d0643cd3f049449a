package dev.orderflow.order.application;

import dev.orderflow.events.OrderEvent.OrderCancelled;
import dev.orderflow.events.OrderEvent.OrderConfirmed;
import dev.orderflow.events.OrderEvent.OrderRejected;
import dev.orderflow.messaging.Outbox;
import dev.orderflow.messaging.UuidV7;
import dev.orderflow.order.domain.Order;
import dev.orderflow.order.domain.OrderChanged;
import dev.orderflow.order.domain.OrderHistory;
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

/**
 * What every step of an order's life has in common, whoever is its cause: it is written down, and the others are told.
 */
@ApplicationScoped
public class TakeStep {

    private static final Logger LOG = Logger.getLogger(TakeStep.class.getName());

    @Inject
    Orders orders;

    @Inject
    Outbox outbox;

    @Inject
    Event<OrderChanged> changed;

    /**
     * Applies a signal to an order that is locked. One that means nothing in the order's status is written down too,
     * and changes nothing.
     *
     * @param eventId of the event that carried the signal; null where a request or a deadline is the cause
     * @param traceParent W3C trace context of the cause
     */
    @Transactional(TxType.MANDATORY)
    public void take(Order order, OrderSignal signal, @Nullable UUID eventId, @Nullable String traceParent) {
        OrderStatus before = order.status();
        boolean moved = order.advance(signal).isPresent();
        UUID told = moved ? tell(order) : null;
        orders.add(OrderHistory.step(
                UuidV7.next(), order.id(), before, order.status(), signal, eventId, told, traceParent));
        if (moved) {
            orders.update(order);
            changed.fire(new OrderChanged(order));
        } else {
            LOG.log(Level.FINE, "Order {0}: {1} changes nothing in {2}", new Object[] {order.id(), signal, before});
        }
    }

    /** The id of the event; null where nobody needs to know. */
    private @Nullable UUID tell(Order order) {
        String reason = String.valueOf(order.reason());
        return switch (order.status()) {
            case CONFIRMED -> outbox.append(new OrderConfirmed(order.id()));
            case REJECTED -> outbox.append(new OrderRejected(order.id(), reason));
            case CANCELLED -> outbox.append(new OrderCancelled(order.id(), reason));
            case PENDING, RESERVED -> null;
        };
    }
}
