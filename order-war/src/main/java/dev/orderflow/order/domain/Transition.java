package dev.orderflow.order.domain;

import static dev.orderflow.order.domain.OrderReason.CANCELLED_BY_CUSTOMER;
import static dev.orderflow.order.domain.OrderReason.EXPIRED;
import static dev.orderflow.order.domain.OrderReason.OUT_OF_STOCK;
import static dev.orderflow.order.domain.OrderReason.PAYMENT_DECLINED;
import static dev.orderflow.order.domain.OrderStatus.CANCELLED;
import static dev.orderflow.order.domain.OrderStatus.CONFIRMED;
import static dev.orderflow.order.domain.OrderStatus.REJECTED;
import static dev.orderflow.order.domain.OrderStatus.RESERVED;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A step in an order's life.
 *
 * @param reason why the order ends unconfirmed; null on the way to CONFIRMED
 */
public record Transition(OrderStatus next, @Nullable OrderReason reason) {

    /**
     * The whole life of an order: pure and total. Empty means that the signal changes nothing, because it is late,
     * repeated or was overtaken; that is normal and never an error. A payment may overtake the reservation that it
     * follows from, since the two arrive on different topics. A payment that completes after CANCELLED changes nothing
     * here: the payment service refunds it. An order whose reservation expired is cancelled even if it was confirmed:
     * the inventory has not heard of that in all the time, and what it gave back may be sold.
     */
    public static Optional<Transition> of(OrderStatus status, OrderSignal signal) {
        return Optional.ofNullable(
                switch (status) {
                    case PENDING -> fromPending(signal);
                    case RESERVED -> fromReserved(signal);
                    case CONFIRMED -> fromConfirmed(signal);
                    case REJECTED, CANCELLED -> null;
                });
    }

    private static @Nullable Transition fromPending(OrderSignal signal) {
        return switch (signal) {
            case STOCK_RESERVED -> new Transition(RESERVED, null);
            case STOCK_REJECTED -> new Transition(REJECTED, OUT_OF_STOCK);
            default -> fromReserved(signal);
        };
    }

    private static @Nullable Transition fromConfirmed(OrderSignal signal) {
        return signal == OrderSignal.RESERVATION_EXPIRED ? new Transition(CANCELLED, EXPIRED) : null;
    }

    private static @Nullable Transition fromReserved(OrderSignal signal) {
        return switch (signal) {
            case PAYMENT_COMPLETED -> new Transition(CONFIRMED, null);
            case PAYMENT_FAILED -> new Transition(REJECTED, PAYMENT_DECLINED);
            case CANCEL_REQUESTED -> new Transition(CANCELLED, CANCELLED_BY_CUSTOMER);
            case DEADLINE_PASSED, RESERVATION_EXPIRED -> new Transition(CANCELLED, EXPIRED);
            case STOCK_RESERVED, STOCK_REJECTED, PAYMENT_REFUNDED -> null;
        };
    }
}
