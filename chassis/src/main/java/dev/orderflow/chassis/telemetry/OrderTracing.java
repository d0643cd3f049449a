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

/** Creates spans for background work on an order, after the request or event that started it. */
@ApplicationScoped
public class OrderTracing {

    private final Tracer tracer;

    /** Records nothing; for the CDI proxy and for tests. */
    protected OrderTracing() {
        this(OpenTelemetry.noop());
    }

    @Inject
    OrderTracing(OpenTelemetry telemetry) {
        tracer = telemetry.getTracer("dev.orderflow");
    }

    /**
     * Runs work for an order in its own span.
     *
     * @param traceParent W3C trace context of the request or event that started it
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
