package dev.orderflow.order.rest.order;

import dev.orderflow.order.domain.stream.RecordedTransition;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A status change of an order, or something that happened and changed nothing (then {@code from} is {@code status}).
 */
@JsonbNillable
@JsonbPropertyOrder({"orderId", "at", "from", "status", "cause", "eventId", "publishedEventId", "traceId"})
@Schema(
        name = "TimelineEntry",
        requiredProperties = {"orderId", "at", "from", "status", "cause", "eventId", "publishedEventId", "traceId"})
public record TimelineEntry(
        UUID orderId,

        @Schema(description = "By the database's clock", format = "date-time")
        String at,

        @Schema(description = "Status before; null when the order was placed", nullable = true) @Nullable
        String from,

        @Schema(enumeration = {"PENDING", "RESERVED", "CONFIRMED", "REJECTED", "CANCELLED"})
        String status,

        @Schema(
                enumeration = {
                    "PLACED",
                    "STOCK_RESERVED",
                    "STOCK_REJECTED",
                    "RESERVATION_EXPIRED",
                    "PAYMENT_COMPLETED",
                    "PAYMENT_FAILED",
                    "PAYMENT_REFUNDED",
                    "CANCEL_REQUESTED",
                    "DEADLINE_PASSED"
                })
        String cause,

        @Schema(description = "Id of the event that caused it; null if a request or a deadline did", nullable = true)
        @Nullable
        UUID eventId,

        @Schema(
                description = "Id of the published event: OrderCreated, OrderConfirmed, OrderRejected or"
                        + " OrderCancelled; null if none was published",
                nullable = true)
        @Nullable
        UUID publishedEventId,

        @Schema(description = "Trace id of the cause; null if it was not traced", nullable = true) @Nullable
        String traceId) {

    private static final int TRACE_ID_BEGIN = 3;
    private static final int TRACE_ID_END = 35;

    public static TimelineEntry of(RecordedTransition step) {
        return new TimelineEntry(
                step.orderId(),
                step.at().toString(),
                step.from() == null ? null : step.from().name(),
                step.to().name(),
                step.cause(),
                step.eventId(),
                step.publishedEventId(),
                traceId(step.traceParent()));
    }

    /** The part of a W3C traceparent, {@code 00-<trace id>-<span id>-<flags>}, that names the trace. */
    private static @Nullable String traceId(@Nullable String traceParent) {
        return traceParent == null || traceParent.length() < TRACE_ID_END
                ? null
                : traceParent.substring(TRACE_ID_BEGIN, TRACE_ID_END);
    }
}
