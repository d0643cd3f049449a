package dev.orderflow.order.application;

import dev.orderflow.events.OrderCancelled;
import dev.orderflow.events.OrderConfirmed;
import dev.orderflow.events.OrderRejected;
import dev.orderflow.events.messaging.EventMetadata;
import dev.orderflow.events.messaging.Ids;
import dev.orderflow.events.messaging.Outbox;
import dev.orderflow.events.messaging.PermanentFailure;
import dev.orderflow.order.domain.Order;
import dev.orderflow.order.domain.OrderHistory;
import dev.orderflow.order.domain.OrderSignal;
import dev.orderflow.order.domain.OrderStatus;
import dev.orderflow.order.domain.Orders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Another service told what became of an order: takes the step that follows and tells the others. */
@ApplicationScoped
public class AdvanceOrder {

    private static final Logger LOG = Logger.getLogger(AdvanceOrder.class.getName());

    @Inject
    Orders orders;

    @Inject
    Outbox outbox;

    /** Locks the orders of a batch in one statement. */
    @Transactional
    public void prepare(Collection<UUID> orderIds) {
        orders.lockAll(orderIds);
    }

    /**
     * Applies a signal. One that means nothing in the order's status changes nothing.
     *
     * @param metadata of the event that carried the signal
     * @throws PermanentFailure for an order that does not exist
     */
    @Transactional
    public void advance(UUID orderId, OrderSignal signal, EventMetadata metadata) {
        Order order =
                orders.lock(orderId).orElseThrow(() -> new PermanentFailure("There is no order " + orderId, null));
        OrderStatus before = order.status();
        if (order.advance(signal).isEmpty()) {
            LOG.log(Level.FINE, "Order {0}: {1} changes nothing in {2}", new Object[] {orderId, signal, before});
            return;
        }
        orders.add(OrderHistory.step(
                Ids.next(), orderId, before, order.status(), signal, metadata.id(), metadata.traceParent()));
        tell(order);
    }

    private void tell(Order order) {
        String reason = String.valueOf(order.reason());
        switch (order.status()) {
            case CONFIRMED -> outbox.append(new OrderConfirmed(order.id()));
            case REJECTED -> outbox.append(new OrderRejected(order.id(), reason));
            case CANCELLED -> outbox.append(new OrderCancelled(order.id(), reason));
            case PENDING, RESERVED -> LOG.log(Level.FINE, "Order {0} goes on", order.id());
        }
    }
}
