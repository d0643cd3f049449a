package dev.orderflow.chassis.telemetry;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The trace and the order that the current thread works for. Log lines of the thread contain both; see {@link
 * LogFields}.
 */
public final class TraceContext {

    private static final String TRACE_PARENT = "traceparent";
    private static final ContextKey<String> ORDER_ID = ContextKey.named("orderflow-order-id");
    private static final TextMapGetter<String> TRACE_PARENT_GETTER = new TraceParentGetter();

    private TraceContext() {}

    /** The current span as a W3C {@code traceparent}; null without one. */
    public static @Nullable String current() {
        return traceParent(Span.current().getSpanContext());
    }

    /** A span as a W3C {@code traceparent}; null if it is invalid. */
    public static @Nullable String traceParent(SpanContext span) {
        return span.isValid()
                ? "00-" + span.getTraceId() + '-' + span.getSpanId() + '-'
                        + span.getTraceFlags().asHex()
                : null;
    }

    /**
     * Returns a context that continues work of another thread, server or service.
     *
     * @param traceParent W3C trace context; null or unreadable text starts no trace
     * @param orderId null for work that belongs to no order
     */
    public static Context of(@Nullable String traceParent, @Nullable String orderId) {
        Context context = forOrder(Context.root(), orderId);
        return traceParent == null
                ? context
                : W3CTraceContextPropagator.getInstance().extract(context, traceParent, TRACE_PARENT_GETTER);
    }

    /** Adds an order to a context. */
    public static Context forOrder(Context context, @Nullable String orderId) {
        return orderId == null ? context : context.with(ORDER_ID, orderId);
    }

    /** Runs work in the context of {@link #of}. */
    public static void run(@Nullable String traceParent, @Nullable String orderId, Runnable work) {
        of(traceParent, orderId).wrap(work).run();
    }

    static @Nullable String currentOrder() {
        return Context.current().get(ORDER_ID);
    }

    /** Reads from a carrier that is the traceparent itself. */
    private static final class TraceParentGetter implements TextMapGetter<String> {

        @Override
        public Iterable<String> keys(String traceParent) {
            return List.of(TRACE_PARENT);
        }

        @Override
        public @Nullable String get(@Nullable String traceParent, String name) {
            return name.equals(TRACE_PARENT) ? traceParent : null;
        }
    }
}
