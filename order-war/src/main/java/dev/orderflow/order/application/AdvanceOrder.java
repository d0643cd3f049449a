package dev.orderflow.order.application;

import dev.orderflow.chassis.failure.PermanentFailure;
import dev.orderflow.messaging.EventMetadata;
import dev.orderflow.order.domain.Order;
import dev.orderflow.order.domain.OrderSignal;
import dev.orderflow.order.domain.Orders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.UUID;

/** Another service told what became of an order: takes the step that follows and tells the others. */
@ApplicationScoped
public class AdvanceOrder {

    @Inject
    Orders orders;

    @Inject
    TakeStep step;

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
        step.take(order, signal, metadata.id(), metadata.traceParent());
    }
}
