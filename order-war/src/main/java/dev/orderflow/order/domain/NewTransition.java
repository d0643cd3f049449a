package dev.orderflow.order.domain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One step of an order's life as it happened. Rows are only ever added; the database adds the time.
 *
 * @param from null for the first step
 * @param cause the name of the signal, or PLACED
 * @param eventId of the event that was the cause; null where a request or a deadline was
 * @param publishedEventId of the event that tells the others; null where they need not know
 * @param traceParent W3C trace context of the cause; null when it is not traced
 */
public record NewTransition(
        UUID id,
        UUID orderId,
        @Nullable OrderStatus from,
        OrderStatus to,
        String cause,
        @Nullable UUID eventId,
        @Nullable UUID publishedEventId,
        @Nullable String traceParent) {

    /**
     * A step after the first; one whose cause changed nothing ends where it began.
     *
     * @param eventId of the event that was the cause; null where a request or a deadline was
     * @param publishedEventId of the event that tells the others; null where they need not know
     */
    public static NewTransition step(
            UUID id,
            UUID orderId,
            OrderStatus from,
            OrderStatus to,
            OrderSignal cause,
            @Nullable UUID eventId,
            @Nullable UUID publishedEventId,
            @Nullable String traceParent) {
        return new NewTransition(id, orderId, from, to, cause.name(), eventId, publishedEventId, traceParent);
    }
}
