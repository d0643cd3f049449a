package dev.orderflow.order.domain.stream;

import dev.orderflow.order.domain.NewTransition;
import dev.orderflow.order.domain.OrderSignal;
import dev.orderflow.order.domain.OrderStatus;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A step of {@link NewTransition}, as it is read.
 *
 * @param position place among all steps of all orders; greater than that of every step of this order that came before
 * @param from null for the first step; the same as {@code to} where the cause changed nothing
 * @param cause name of the {@link OrderSignal}, or PLACED
 * @param eventId of the event that was the cause; null where a request or a deadline was
 * @param publishedEventId of the event that told the others; null where they need not know, and in steps that are older
 * than this
 * @param traceParent W3C trace context of the cause
 * @param at on the database's clock
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
