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
 * A status transition of an order.
 *
 * @param reason why the order was rejected or cancelled; null otherwise
 */
public record Transition(OrderStatus next, @Nullable OrderReason reason) {

    /**
     * The complete state machine: pure and total. Empty means that the signal has no effect, because it is late,
     * repeated or was overtaken. That is normal and never an error.
     *
     * <p>PaymentCompleted can overtake InventoryReserved, because the two arrive on different topics. PaymentCompleted
     * after CANCELLED has no effect here: the payment service refunds it. ReservationExpired cancels even a confirmed
     * order: the inventory service never received the confirmation, and may have sold the units again.
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
