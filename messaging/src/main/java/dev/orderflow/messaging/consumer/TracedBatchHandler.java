package dev.orderflow.messaging.consumer;

import dev.orderflow.chassis.telemetry.TraceContext;
import dev.orderflow.events.EventType;
import dev.orderflow.events.SagaEvent;
import dev.orderflow.messaging.EventMetadata;
import dev.orderflow.messaging.consumer.BatchTransaction.BatchHandler;
import dev.orderflow.messaging.kafka.IncomingRecord;
import dev.orderflow.messaging.kafka.ReceivedEvent;
import dev.orderflow.messaging.observability.MessagingMetrics;
import dev.orderflow.messaging.observability.MessagingMetrics.RecordOutcome;
import dev.orderflow.messaging.observability.MessagingSpans;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Decorates a handler for one attempt, in one transaction, with spans and metrics. Each event has a span in its own
 * trace; events that it appends continue that trace. The spans end with the transaction and have its outcome.
 */
final class TracedBatchHandler implements BatchHandler {

    private static final Logger LOG = Logger.getLogger(TracedBatchHandler.class.getName());

    private record HandledEvent(Span span, Context context, SagaEvent event, EventMetadata metadata) {}

    private final String channel;
    private final BatchHandler handler;
    private final MessagingSpans spans;
    private final MessagingMetrics metrics;
    private final int received;
    private final Map<UUID, IncomingRecord> sources = new HashMap<>();
    private final Span batch;
    private final List<HandledEvent> handled = new ArrayList<>();
    private final long begun = System.nanoTime();

    TracedBatchHandler(
            String channel,
            BatchHandler handler,
            List<ReceivedEvent> events,
            MessagingSpans spans,
            MessagingMetrics metrics) {
        this.channel = channel;
        this.handler = handler;
        this.spans = spans;
        this.metrics = metrics;
        received = events.size();
        events.forEach(event -> sources.put(event.metadata().id(), event.source()));
        String topic = events.getFirst().source().topic();
        this.batch = events.size() == 1 ? Span.getInvalid() : spans.batch(topic, sources.values());
    }

    @Override
    public void prepare(List<SagaEvent> events) {
        handler.prepare(events);
    }

    @Override
    public void handle(SagaEvent event, EventMetadata metadata) {
        IncomingRecord source = Objects.requireNonNull(sources.get(metadata.id()), "an event of this attempt");
        Span span = spans.process(source, batch);
        Context context = TraceContext.forOrder(Context.root().with(span), event.key());
        handled.add(new HandledEvent(span, context, event, metadata));
        context.wrap(() -> handler.handle(event, metadata)).run();
    }

    /** Types of the handled events, without duplicates that the inbox skipped. */
    Set<EventType> types() {
        return handled.stream().map(one -> one.metadata().type()).collect(Collectors.toSet());
    }

    /**
     * Ends the spans and counts the outcome.
     *
     * @param failure why the transaction was rolled back; null if it was committed
     */
    void end(@Nullable Throwable failure) {
        metrics.attempted(channel, handled.size(), Duration.ofNanos(System.nanoTime() - begun));
        handled.forEach(one -> MessagingSpans.end(one.span(), failure));
        MessagingSpans.end(batch, failure);
        if (failure == null) {
            metrics.done(channel, RecordOutcome.HANDLED, handled.size());
            metrics.done(channel, RecordOutcome.DUPLICATE, received - handled.size());
            if (LOG.isLoggable(Level.FINE)) {
                handled.forEach(TracedBatchHandler::log);
            }
        }
    }

    private static void log(HandledEvent done) {
        Object[] what = {
            done.metadata().type(), done.event().key(), done.metadata().id()
        };
        done.context()
                .wrap(() -> LOG.log(Level.FINE, "Handled {0} {1}: event {2}", what))
                .run();
    }
}
