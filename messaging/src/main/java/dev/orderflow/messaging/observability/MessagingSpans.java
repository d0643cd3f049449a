package dev.orderflow.messaging.observability;

import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;

import dev.orderflow.chassis.telemetry.TraceContext;
import dev.orderflow.events.EventHeaders;
import dev.orderflow.messaging.kafka.IncomingRecord;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Starts the spans of sending and processing events, by OpenTelemetry's conventions for messaging and Kafka. */
@ApplicationScoped
public class MessagingSpans {

    private static final AttributeKey<String> SYSTEM = stringKey("messaging.system");
    private static final AttributeKey<String> OPERATION = stringKey("messaging.operation.name");
    private static final AttributeKey<String> OPERATION_TYPE = stringKey("messaging.operation.type");
    private static final AttributeKey<String> DESTINATION = stringKey("messaging.destination.name");
    private static final AttributeKey<String> PARTITION = stringKey("messaging.destination.partition.id");
    private static final AttributeKey<Long> OFFSET = longKey("messaging.kafka.offset");
    private static final AttributeKey<String> KEY = stringKey("messaging.kafka.message.key");
    private static final AttributeKey<String> MESSAGE_ID = stringKey("messaging.message.id");
    private static final AttributeKey<String> CONVERSATION_ID = stringKey("messaging.message.conversation_id");
    private static final AttributeKey<Long> BATCH = longKey("messaging.batch.message_count");
    private static final AttributeKey<String> ERROR = stringKey("error.type");

    /** Type of the event; the conventions have no attribute for it. */
    private static final AttributeKey<String> EVENT_TYPE = stringKey("orderflow.event.type");

    private final Tracer tracer;

    /** Records nothing; for the CDI proxy and for tests. */
    public MessagingSpans() {
        this(OpenTelemetry.noop());
    }

    @Inject
    MessagingSpans(OpenTelemetry telemetry) {
        tracer = telemetry.getTracer("dev.orderflow.events");
    }

    /** The span of sending an event from the outbox to Kafka; a child of the span that appended it. */
    public Span send(String topic, @Nullable String key, Map<String, String> headers) {
        return perMessage(begin("send", SpanKind.PRODUCER, topic), key, headers)
                .setParent(TraceContext.of(headers.get(EventHeaders.TRACE_PARENT), null))
                .startSpan();
    }

    /** The span of handling an event; a child of the span that sent it. */
    public Span process(IncomingRecord message, Span batch) {
        return perMessage(begin("process", SpanKind.CONSUMER, message.topic()), message.key(), message.headers())
                .setAttribute(PARTITION, Integer.toString(message.partition()))
                .setAttribute(OFFSET, message.offset())
                .setParent(message.context())
                .addLink(batch.getSpanContext())
                .startSpan();
    }

    /** The span of a transaction that handles several events; it links to the span that sent each of them. */
    public Span batch(String topic, Collection<IncomingRecord> messages) {
        SpanBuilder span = begin("process", SpanKind.CONSUMER, topic)
                .setAttribute(BATCH, (long) messages.size())
                .setNoParent();
        messages.forEach(
                message -> span.addLink(Span.fromContext(message.context()).getSpanContext()));
        return span.startSpan();
    }

    /** Ends a span, with an error if there is a failure. */
    public static void end(Span span, @Nullable Throwable failure) {
        if (failure != null) {
            span.setStatus(StatusCode.ERROR)
                    .setAttribute(ERROR, failure.getClass().getName());
        }
        span.end();
    }

    private SpanBuilder begin(String operation, SpanKind kind, String topic) {
        return tracer.spanBuilder(operation + ' ' + topic)
                .setSpanKind(kind)
                .setAttribute(SYSTEM, "kafka")
                .setAttribute(OPERATION, operation)
                .setAttribute(OPERATION_TYPE, operation)
                .setAttribute(DESTINATION, topic);
    }

    private static SpanBuilder perMessage(SpanBuilder span, @Nullable String key, Map<String, String> headers) {
        return span.setAttribute(KEY, key)
                .setAttribute(MESSAGE_ID, headers.get(EventHeaders.ID))
                .setAttribute(CONVERSATION_ID, headers.get(EventHeaders.CORRELATION_ID))
                .setAttribute(EVENT_TYPE, headers.get(EventHeaders.TYPE));
    }
}
