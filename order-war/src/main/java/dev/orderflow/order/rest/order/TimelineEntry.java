package dev.orderflow.order.rest.order;

import dev.orderflow.order.domain.stream.RecordedTransition;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A status transition of an order, or an event without effect, for which {@code from} equals {@code status}. */
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

    public static TimelineEntry of(RecordedTransition transition) {
        return new TimelineEntry(
                transition.orderId(),
                transition.at().toString(),
                transition.from() == null ? null : transition.from().name(),
                transition.to().name(),
                transition.cause(),
                transition.eventId(),
                transition.publishedEventId(),
                traceId(transition.traceParent()));
    }

    /** The trace id in a W3C traceparent, {@code 00-<trace id>-<span id>-<flags>}; null if it has none. */
    private static @Nullable String traceId(@Nullable String traceParent) {
        return traceParent == null || traceParent.length() < TRACE_ID_END
                ? null
                : traceParent.substring(TRACE_ID_BEGIN, TRACE_ID_END);
    }
}
