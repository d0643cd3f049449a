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

/** Applies an event of another service to the order that it concerns. */
@ApplicationScoped
public class AdvanceOrder {

    @Inject
    Orders orders;

    @Inject
    ApplySignal applySignal;

    /** Locks all orders of a batch of events in one statement. */
    @Transactional
    public void prepare(Collection<UUID> orderIds) {
        orders.lockAll(orderIds);
    }

    /**
     * Applies a signal. A signal that has no effect in the order's status is recorded and changes nothing.
     *
     * @param metadata of the event that carried the signal
     * @throws PermanentFailure if the order does not exist
     */
    @Transactional
    public void advance(UUID orderId, OrderSignal signal, EventMetadata metadata) {
        applySignal.apply(lock(orderId), signal, metadata.id(), metadata.traceParent());
    }

    /**
     * Applies a signal that carries an amount. If amount or currency differ from the order's total, the signal is
     * rejected in every status.
     *
     * @param amount in minor units of the currency
     * @throws PermanentFailure if the amount or the currency differs, or the order does not exist
     */
    @Transactional
    public void advance(UUID orderId, OrderSignal signal, long amount, String currency, EventMetadata metadata) {
        Order order = lock(orderId);
        if (!order.costs(amount, currency)) {
            throw new PermanentFailure(
                    "%s of order %s differs in amount or currency from its total of %d %s"
                            .formatted(signal, orderId, order.total(), order.currency()),
                    null);
        }
        applySignal.apply(order, signal, metadata.id(), metadata.traceParent());
    }

    private Order lock(UUID orderId) {
        return orders.lock(orderId).orElseThrow(() -> new PermanentFailure("There is no order " + orderId, null));
    }
}
