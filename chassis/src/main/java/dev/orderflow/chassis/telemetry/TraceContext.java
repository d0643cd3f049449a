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
 * The trace and the order that the current thread works for. What it logs meanwhile carries both; see {@link
 * LogFields}.
 */
public final class TraceContext {

    private static final String TRACE_PARENT = "traceparent";
    private static final ContextKey<String> ORDER_ID = ContextKey.named("orderflow-order-id");
    private static final TextMapGetter<String> TRACE_PARENT_GETTER = new TraceParentGetter();

    private TraceContext() {}

    /** As a W3C {@code traceparent}; null when nothing is traced. */
    public static @Nullable String current() {
        return traceParent(Span.current().getSpanContext());
    }

    /** As a W3C {@code traceparent}; null for a span that is none. */
    public static @Nullable String traceParent(SpanContext span) {
        return span.isValid()
                ? "00-" + span.getTraceId() + '-' + span.getSpanId() + '-'
                        + span.getTraceFlags().asHex()
                : null;
    }

    /**
     * The context in which something goes on that another thread, server or service has begun.
     *
     * @param traceParent in the form of W3C Trace Context; null, or one that cannot be read, belongs to no trace
     * @param orderId null for what is no order's
     */
    public static Context of(@Nullable String traceParent, @Nullable String orderId) {
        Context context = forOrder(Context.root(), orderId);
        return traceParent == null
                ? context
                : W3CTraceContextPropagator.getInstance().extract(context, traceParent, TRACE_PARENT_GETTER);
    }

    /** The same trace, on behalf of an order. */
    public static Context forOrder(Context context, @Nullable String orderId) {
        return orderId == null ? context : context.with(ORDER_ID, orderId);
    }

    /** Does something in the context of {@link #of}. */
    public static void run(@Nullable String traceParent, @Nullable String orderId, Runnable work) {
        of(traceParent, orderId).wrap(work).run();
    }

    static @Nullable String currentOrder() {
        return Context.current().get(ORDER_ID);
    }

    /** A carrier that is the traceparent itself. */
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
