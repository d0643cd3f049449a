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
    ApplySignal applySignal;

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
        applySignal.apply(lock(orderId), signal, metadata.id(), metadata.traceParent());
    }

    /**
     * Applies a signal that names money. Another amount or currency than the order's total is not what was asked for:
     * nothing follows from it, whatever the order's status.
     *
     * @param amount in minor units of the currency
     * @throws PermanentFailure for another amount or currency, and for an order that does not exist
     */
    @Transactional
    public void advance(UUID orderId, OrderSignal signal, long amount, String currency, EventMetadata metadata) {
        Order order = lock(orderId);
        if (!order.costs(amount, currency)) {
            throw new PermanentFailure(
                    "%s of order %s names another amount or currency than its total of %d %s"
                            .formatted(signal, orderId, order.total(), order.currency()),
                    null);
        }
        applySignal.apply(order, signal, metadata.id(), metadata.traceParent());
    }

    private Order lock(UUID orderId) {
        return orders.lock(orderId).orElseThrow(() -> new PermanentFailure("There is no order " + orderId, null));
    }
}
