package dev.orderflow.order.domain.stream;

import dev.orderflow.order.domain.OrderSignal;
import dev.orderflow.order.domain.OrderStatus;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of the order history, as it is read. Signals without effect are recorded, too.
 *
 * @param position in the log of all orders; increases with every transition of an order
 * @param from null for the first row; equals {@code to} if the signal had no effect
 * @param cause name of the {@link OrderSignal}, or PLACED
 * @param eventId of the event that was the cause; null for a request or a deadline
 * @param publishedEventId of the event that announced the transition; null if none did, and in rows of earlier releases
 * @param traceParent W3C trace context of the cause
 * @param at time of the database's clock
 */
public record RecordedTransition(
        long position,
        UUID orderId,
        @Nullable OrderStatus from,
        OrderStatus to,
        String cause,
        @Nullable UUID eventId,
        @Nullable UUID publishedEventId,
        @Nullable String traceParent,
        Instant at) {}
