package dev.orderflow.chassis.telemetry;

import dev.orderflow.chassis.failure.LoggedFailure;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Adds the fields {@code ext_traceId}, {@code ext_spanId} and {@code ext_orderId} to every line of Liberty's JSON log,
 * and the same attributes to the log records that Liberty exports.
 *
 * <p>Liberty's interface for this is not published as a Maven artifact, so it is called by reflection. On another
 * server the fields are missing.
 */
@ApplicationScoped
public class LogFields {

    private static final Logger LOG = Logger.getLogger(LogFields.class.getName());
    private static final String LIBERTY = "com.ibm.websphere.logging.hpel.LogRecordContext";

    private static final Map<String, Supplier<@Nullable String>> FIELDS = Map.of(
            "traceId", () -> ofSpan(SpanContext::getTraceId),
            "spanId", () -> ofSpan(SpanContext::getSpanId),
            "orderId", TraceContext::currentOrder);

    /** Liberty holds only weak references to them. */
    private final List<Object> registered = new ArrayList<>();

    void register(@Observes Startup event) {
        try {
            Class<?> extension = Class.forName(LIBERTY + "$Extension");
            Method register = Class.forName(LIBERTY).getMethod("registerExtension", String.class, extension);
            for (var field : FIELDS.entrySet()) {
                Object value = Proxy.newProxyInstance(
                        extension.getClassLoader(),
                        new Class<?>[] {extension},
                        (proxy, method, arguments) -> field.getValue().get());
                register.invoke(null, field.getKey(), value);
                registered.add(value);
            }
        } catch (ReflectiveOperationException elsewhere) {
            LOG.log(Level.INFO, "The log has no fields for trace and order: {0}", elsewhere.toString());
        }
    }

    void unregister(@Observes Shutdown event) {
        try {
            Method unregister = Class.forName(LIBERTY).getMethod("unregisterExtension", String.class);
            for (String field : FIELDS.keySet()) {
                unregister.invoke(null, field);
            }
        } catch (ReflectiveOperationException elsewhere) {
            LoggedFailure.log(LOG, Level.FINE, "No log fields to unregister", elsewhere);
        }
    }

    private static @Nullable String ofSpan(Function<SpanContext, String> id) {
        SpanContext span = Span.current().getSpanContext();
        return span.isValid() ? id.apply(span) : null;
    }
}
