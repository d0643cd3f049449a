package dev.orderflow.chassis.http;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The id by which callers and operators identify a request: 32 hexadecimal digits. */
final class TraceId {

    private static final String ATTRIBUTE = TraceId.class.getName();

    private TraceId() {}

    /** The id of the current span, or of the caller's traceparent; without both, a new one. */
    static String of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof String known) {
            return known;
        }
        String id = find(request);
        request.setAttribute(ATTRIBUTE, id);
        return id;
    }

    private static String find(HttpServletRequest request) {
        Span current = Span.current();
        Span span = current.getSpanContext().isValid() ? current : caller(request);
        return span.getSpanContext().isValid()
                ? span.getSpanContext().getTraceId()
                : UUID.randomUUID().toString().replace("-", "");
    }

    private static Span caller(HttpServletRequest request) {
        return Span.fromContext(
                W3CTraceContextPropagator.getInstance().extract(Context.root(), request, new HeaderFields()));
    }

    private static final class HeaderFields implements TextMapGetter<HttpServletRequest> {

        @Override
        public Iterable<String> keys(HttpServletRequest request) {
            return Collections.list(request.getHeaderNames());
        }

        @Override
        public @Nullable String get(@Nullable HttpServletRequest request, String name) {
            return request == null ? null : request.getHeader(name);
        }
    }
}
