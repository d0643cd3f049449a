package dev.orderflow.messaging.outbox;

import dev.orderflow.chassis.failure.PermanentFailure;
import dev.orderflow.chassis.telemetry.TraceContext;
import dev.orderflow.events.EventHeaders;
import dev.orderflow.messaging.kafka.EventCodec;
import dev.orderflow.messaging.observability.MessagingSpans;
import dev.orderflow.messaging.outbox.OutboxTable.OutboxRow;
import io.opentelemetry.api.trace.Span;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Sends outbox rows to Kafka and waits for their acknowledgements.
 *
 * @param timeoutMillis how long to wait for all acknowledgements; must exceed the producer's delivery.timeout.ms
 */
record RowSender(RecordPublisher publisher, EventCodec codec, MessagingSpans spans, long timeoutMillis) {

    private static final Logger LOG = Logger.getLogger(RowSender.class.getName());

    /** A send takes microseconds, unless the producer waits for the topic's metadata, up to its max.block.ms. */
    private static final long BLOCKED_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    /** Returns the rows that were sent, each with its failure; empty if Kafka acknowledged the row. */
    Map<OutboxRow, Optional<Throwable>> send(List<OutboxRow> rows) throws InterruptedException {
        Map<OutboxRow, CompletableFuture<Void>> sent = sendUnlessBlocked(rows);
        awaitAll(sent.values());
        Map<OutboxRow, Optional<Throwable>> failures = new LinkedHashMap<>();
        sent.forEach((row, acknowledgement) -> failures.put(row, failure(acknowledgement)));
        return failures;
    }

    /**
     * Skips the rest of a topic once a send has blocked in vain, as it does for a missing topic: each further send
     * would block for as long.
     */
    private Map<OutboxRow, CompletableFuture<Void>> sendUnlessBlocked(List<OutboxRow> rows) {
        Map<OutboxRow, CompletableFuture<Void>> sent = new LinkedHashMap<>();
        Set<String> blocked = new HashSet<>();
        for (OutboxRow row : rows) {
            if (!blocked.contains(row.topic())) {
                long begin = System.nanoTime();
                CompletableFuture<Void> acknowledgement = publish(row);
                sent.put(row, acknowledgement);
                if (acknowledgement.isCompletedExceptionally() && System.nanoTime() - begin > BLOCKED_NANOS) {
                    blocked.add(row.topic());
                }
            }
        }
        return sent;
    }

    /** The consumer's span is a child of this span, so a trace shows the time in the outbox and the time in Kafka. */
    private CompletableFuture<Void> publish(OutboxRow row) {
        Map<String, String> headers;
        try {
            headers = new LinkedHashMap<>(codec.decodeHeaders(row.headers()));
        } catch (PermanentFailure unreadable) {
            return CompletableFuture.failedFuture(unreadable);
        }
        headers.putIfAbsent(EventHeaders.TIME, row.writtenAt().toString());
        Span span = spans.send(row.topic(), row.key(), headers);
        String traceParent = TraceContext.traceParent(span.getSpanContext());
        if (traceParent != null) {
            headers.put(EventHeaders.TRACE_PARENT, traceParent);
        }
        return publisher
                .publish(RecordPublisher.record(row.topic(), null, row.key(), row.payload(), headers))
                .whenComplete((acknowledged, failure) -> MessagingSpans.end(span, failure))
                .toCompletableFuture();
    }

    /** Waits until every send has succeeded or failed, or the timeout has passed. */
    private void awaitAll(Collection<CompletableFuture<Void>> sent) throws InterruptedException {
        try {
            CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)).get(timeoutMillis, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.log(Level.FINE, "Some records were not acknowledged");
        }
    }

    private Optional<Throwable> failure(CompletableFuture<Void> acknowledgement) {
        return switch (acknowledgement.state()) {
            case SUCCESS -> Optional.empty();
            case FAILED -> Optional.of(acknowledgement.exceptionNow());
            case RUNNING, CANCELLED ->
                Optional.of(new TimeoutException("no acknowledgement within " + timeoutMillis + " ms"));
        };
    }
}
