package dev.orderflow.messaging.outbox;

import dev.orderflow.chassis.failure.Cause;
import dev.orderflow.chassis.telemetry.LogText;
import dev.orderflow.chassis.telemetry.TraceContext;
import dev.orderflow.events.Headers;
import dev.orderflow.messaging.kafka.EventCodec;
import dev.orderflow.messaging.observability.MessagingSpans;
import io.opentelemetry.api.trace.Span;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Moves the oldest outbox rows to Kafka: read, publish, wait for every acknowledgement, delete exactly those rows.
 *
 * <p>A crash at any point publishes rows again, with the same event id. At most one row per key goes out at a time, because a
 * failed send could otherwise be repeated after its successor. Rows are found by state, never by a cursor: rows commit in
 * another order than they are numbered, and a cursor would lose the late ones. What Kafka refuses rests for a while, and the
 * others go past it.
 */
final class RelayPass {

    private static final Logger LOG = Logger.getLogger(RelayPass.class.getName());

    private static final String OLDEST = "select seq, topic, record_key, payload, headers, created_at from outbox"
            + " where topic <> all(?) order by seq limit ?";
    private static final String DELETE = "delete from outbox where seq = any(?)";

    /** What is sent is buffered within microseconds; unless the producer waits for a topic, up to its max.block.ms. */
    private static final long WAITED_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private record Waiting(
            long seq,
            String topic,
            @Nullable String key,
            @Nullable String payload,
            Map<String, String> headers) {

        /** Without what it carries: that may hold a payment token. */
        @Override
        public String toString() {
            return "Waiting[seq=%d, topic=%s, key=%s]".formatted(seq, topic, key);
        }

        Lane lane() {
            return new Lane(topic, key);
        }
    }

    private final Connection connection;
    private final Publisher publisher;
    private final EventCodec codec;
    private final MessagingSpans spans;
    private final Lanes lanes;
    private final int limit;
    private final long timeoutMillis;
    private int read;

    RelayPass(
            Connection connection,
            Publisher publisher,
            EventCodec codec,
            MessagingSpans spans,
            Lanes lanes,
            int limit,
            long timeoutMillis) {
        this.connection = connection;
        this.publisher = publisher;
        this.codec = codec;
        this.spans = spans;
        this.lanes = lanes;
        this.limit = limit;
        this.timeoutMillis = timeoutMillis;
    }

    /**
     * @return how many rows were published and deleted; zero means that nothing waits that could be published now
     * @throws SQLException when the database failed; the rows are still there
     * @throws PublishFailure when Kafka acknowledged nothing of what was sent
     */
    int run() throws SQLException, InterruptedException, PublishFailure {
        Map<Waiting, CompletableFuture<Void>> sent = send(next());
        Throwable failure = awaitAll(sent.values());
        List<Waiting> taken = new ArrayList<>();
        List<Waiting> refused = new ArrayList<>();
        sent.forEach((row, future) -> (future.state() == CompletableFuture.State.SUCCESS ? taken : refused).add(row));
        delete(taken);
        lanes.heard(lanes(taken), lanes(refused));
        if (failure != null) {
            if (taken.isEmpty()) {
                throw new PublishFailure(refused.size(), failure);
            }
            LOG.log(Level.WARNING, "{0} records were not taken by Kafka, {1} were; the former rest: {2}", new Object[] {
                refused.size(), taken.size(), LogText.of(Cause.of(failure))
            });
        }
        return taken.size();
    }

    /** Whether the last run read as many rows as it may, published or not: then more may wait. */
    boolean wasFull() {
        return read == limit;
    }

    private static List<Lane> lanes(List<Waiting> rows) {
        return rows.stream().map(Waiting::lane).toList();
    }

    /** The oldest of each key; but of a topic that may not take anything only one, and not always the same. */
    private List<Waiting> next() throws SQLException {
        List<Waiting> rows = oldestPerKey();
        Map<String, List<Waiting>> doubtful = new LinkedHashMap<>();
        rows.stream()
                .filter(row -> !lanes.isOpen(row.topic()))
                .forEach(row -> doubtful.computeIfAbsent(row.topic(), topic -> new ArrayList<>())
                        .add(row));
        doubtful.values().forEach(ofTopic -> {
            ofTopic.remove(ThreadLocalRandom.current().nextInt(ofTopic.size()));
            rows.removeAll(ofTopic);
        });
        return rows;
    }

    private List<Waiting> oldestPerKey() throws SQLException {
        List<Waiting> rows = new ArrayList<>();
        Set<Lane> taken = new HashSet<>();
        read = 0;
        try (var select = connection.prepareStatement(OLDEST)) {
            select.setArray(
                    1, connection.createArrayOf("text", lanes.restingTopics().toArray()));
            select.setInt(2, limit);
            try (var result = select.executeQuery()) {
                while (result.next()) {
                    read++;
                    Waiting row = new Waiting(
                            result.getLong("seq"),
                            result.getString("topic"),
                            result.getString("record_key"),
                            result.getString("payload"),
                            headers(result));
                    boolean first = row.key() == null || taken.add(row.lane());
                    if (first && !lanes.rests(row.lane())) {
                        rows.add(row);
                    }
                }
            }
        }
        return rows;
    }

    /** Sends no more to a topic for which a send has waited in vain, as it does when there is none: each would wait as long. */
    private Map<Waiting, CompletableFuture<Void>> send(List<Waiting> rows) {
        Map<Waiting, CompletableFuture<Void>> sent = new LinkedHashMap<>();
        Set<String> refusing = new HashSet<>();
        for (Waiting row : rows) {
            if (!refusing.contains(row.topic())) {
                long begin = System.nanoTime();
                CompletableFuture<Void> future = publish(row);
                sent.put(row, future);
                if (future.isCompletedExceptionally() && System.nanoTime() - begin > WAITED_NANOS) {
                    refusing.add(row.topic());
                }
            }
        }
        return sent;
    }

    /** Consumers continue the trace from the sending: so it shows how long an event waits here, and how long there. */
    private CompletableFuture<Void> publish(Waiting row) {
        Span span = spans.send(row.topic(), row.key(), row.headers());
        ProducerRecord<String, String> message = new ProducerRecord<>(row.topic(), row.key(), row.payload());
        Map<String, String> headers = new LinkedHashMap<>(row.headers());
        String traceParent = TraceContext.traceParent(span.getSpanContext());
        if (traceParent != null) {
            headers.put(Headers.TRACE_PARENT, traceParent);
        }
        headers.forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return publisher
                .publish(message)
                .whenComplete((acknowledged, failure) -> MessagingSpans.end(span, failure))
                .toCompletableFuture();
    }

    private Map<String, String> headers(ResultSet row) throws SQLException {
        Map<String, String> headers = codec.decodeHeaders(row.getString("headers"));
        headers.putIfAbsent(
                Headers.TIME,
                row.getObject("created_at", OffsetDateTime.class).toInstant().toString());
        return headers;
    }

    /** Waits until each has succeeded or failed, or the time is over. Returns the failure, if there was one. */
    private @Nullable Throwable awaitAll(Collection<CompletableFuture<Void>> sent) throws InterruptedException {
        try {
            CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)).get(timeoutMillis, TimeUnit.MILLISECONDS);
            return null;
        } catch (ExecutionException e) {
            return e.getCause();
        } catch (TimeoutException e) {
            return e;
        }
    }

    private void delete(List<Waiting> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (var delete = connection.prepareStatement(DELETE)) {
            delete.setArray(
                    1,
                    connection.createArrayOf(
                            "bigint", rows.stream().map(Waiting::seq).toArray()));
            delete.executeUpdate();
        }
    }
}
