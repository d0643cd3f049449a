package dev.orderflow.order.application;

import dev.orderflow.chassis.telemetry.TraceContext;
import dev.orderflow.order.domain.Order;
import dev.orderflow.order.domain.OrderSignal;
import dev.orderflow.order.domain.OrderStatus;
import dev.orderflow.order.domain.Orders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;

/**
 * Cancels an order at the customer's request. Cancellation and payment compete for the row lock. If the cancellation
 * wins, the stock is released and a charge is refunded. Otherwise it is too late.
 */
@ApplicationScoped
public class CancelOrder {

    @Inject
    Orders orders;

    @Inject
    ApplySignal applySignal;

    /** The result of a cancellation. */
    public sealed interface Outcome {

        /** The order is now cancelled. Stock and payment are released asynchronously. */
        record Cancelled(Order order) implements Outcome {}

        /** The order was already cancelled, by the customer or by its deadline. */
        record CancelledBefore(Order order) implements Outcome {}

        /** The order was already confirmed or rejected. */
        record TooLate(OrderStatus status) implements Outcome {}

        /** The order does not exist. */
        record Unknown() implements Outcome {}
    }

    /** Cancels the order unless it is in a final status. */
    @Transactional
    public Outcome cancel(UUID orderId) {
        return orders.lock(orderId).map(this::cancel).orElseGet(Outcome.Unknown::new);
    }

    private Outcome cancel(Order order) {
        return switch (order.status()) {
            case PENDING, RESERVED -> {
                applySignal.apply(order, OrderSignal.CANCEL_REQUESTED, null, TraceContext.current());
                yield new Outcome.Cancelled(orders.refresh(order));
            }
            case CANCELLED -> new Outcome.CancelledBefore(orders.refresh(order));
            case CONFIRMED, REJECTED -> new Outcome.TooLate(order.status());
        };
    }
}
