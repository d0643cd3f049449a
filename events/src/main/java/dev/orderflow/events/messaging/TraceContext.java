package dev.orderflow.events.messaging;

import io.opentelemetry.api.trace.Span;
import org.jspecify.annotations.Nullable;

/** The trace that the current thread works for. */
public final class TraceContext {

    private TraceContext() {}

    /** As a W3C {@code traceparent}; null when nothing is traced. */
    public static @Nullable String current() {
        var span = Span.current().getSpanContext();
        return span.isValid()
                ? "00-%s-%s-%s"
                        .formatted(
                                span.getTraceId(),
                                span.getSpanId(),
                                span.getTraceFlags().asHex())
                : null;
    }
}
