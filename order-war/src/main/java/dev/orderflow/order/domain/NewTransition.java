package dev.orderflow.order.domain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row to append to the order history: a status transition, or a signal without effect. The database adds position and
 * time.
 *
 * @param from null for the first row
 * @param cause name of the {@link OrderSignal}, or PLACED
 * @param eventId of the event that was the cause; null for a request or a deadline
 * @param publishedEventId of the event that announces the transition; null if none does
 * @param traceParent W3C trace context of the cause; null if it is not traced
 */
public record NewTransition(
        UUID orderId,
        @Nullable OrderStatus from,
        OrderStatus to,
        String cause,
        @Nullable UUID eventId,
        @Nullable UUID publishedEventId,
        @Nullable String traceParent) {

    /**
     * The first row of an order.
     *
     * @param publishedEventId of OrderCreated
     */
    public static NewTransition placed(UUID orderId, UUID publishedEventId, @Nullable String traceParent) {
        return new NewTransition(orderId, null, OrderStatus.PENDING, "PLACED", null, publishedEventId, traceParent);
    }
}
