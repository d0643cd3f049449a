package dev.orderflow.chassis.telemetry;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Spans of what a service does by itself for an order, after the request or event that asked for it. */
@ApplicationScoped
public class OrderTracing {

    private final Tracer tracer;

    /** For the proxy, and for tests: traces nothing. */
    protected OrderTracing() {
        this(OpenTelemetry.noop());
    }

    @Inject
    OrderTracing(OpenTelemetry telemetry) {
        tracer = telemetry.getTracer("dev.orderflow");
    }

    /**
     * Does a piece of work for an order in a span of its own.
     *
     * @param traceParent where it was asked for, in the form of W3C Trace Context
     */
    public <T> T resume(String name, @Nullable String traceParent, String orderId, Supplier<T> work) {
        Context asked = TraceContext.of(traceParent, orderId);
        Span span = tracer.spanBuilder(name)
                .setParent(asked)
                .setAttribute("orderflow.order.id", orderId)
                .startSpan();
        try {
            return asked.with(span).wrapSupplier(work).get();
        } catch (RuntimeException failure) {
            span.setStatus(StatusCode.ERROR)
                    .setAttribute("error.type", failure.getClass().getName());
            throw failure;
        } finally {
            span.end();
        }
    }
}
