package dev.orderflow.order.rest.order;

import dev.orderflow.order.domain.stream.RecordedTransition;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A status change of an order, or something that happened and changed nothing (then {@code from} is {@code status}).
 */
@JsonbNillable
@JsonbPropertyOrder({"orderId", "at", "from", "status", "cause", "eventId", "publishedEventId", "traceId"})
public record TimelineEntry(
        UUID orderId,

        String at,

        @Nullable String from,

        String status,

        String cause,

        @Nullable UUID eventId,

        @Nullable UUID publishedEventId,

        @Nullable String traceId) {

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
