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
 * A customer cancels an order. Whichever is first to lock the order wins, the cancellation or the payment: then the
 * stock is released and what was charged meanwhile is refunded, or it is too late.
 */
@ApplicationScoped
public class CancelOrder {

    @Inject
    Orders orders;

    @Inject
    ApplySignal applySignal;

    /** What became of the wish. */
    public sealed interface Outcome {

        /** The order is cancelled; stock and money follow by themselves. */
        record Cancelled(Order order) implements Outcome {}

        /** It was cancelled before, by the customer or by its deadline. */
        record CancelledBefore(Order order) implements Outcome {}

        /** It has ended otherwise. */
        record TooLate(OrderStatus status) implements Outcome {}

        /** There is no such order. */
        record Unknown() implements Outcome {}
    }

    /** Cancels the order, unless it has ended. */
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
