package dev.orderflow.events.messaging.internal;

import dev.orderflow.events.Headers;
import dev.orderflow.events.telemetry.TraceContext;
import io.opentelemetry.api.trace.Span;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Moves the oldest outbox rows to Kafka: read, publish, wait for every acknowledgement, delete exactly those rows.
 *
 * <p>A crash at any point publishes rows again, with the same event id. At most one row per key goes out at a time, because a
 * failed send could otherwise be repeated after its successor. Rows are found by state, never by a cursor: rows commit in
 * another order than they are numbered, and a cursor would lose the late ones.
 */
final class RelayPass {

    private static final String OLDEST =
            "select seq, topic, record_key, payload, headers, created_at from outbox order by seq limit ?";
    private static final String DELETE = "delete from outbox where seq = any(?)";

    private record Waiting(
            long seq,
            String topic,
            @Nullable String key,
            @Nullable String payload,
            Map<String, String> headers) {}

    private final Connection connection;
    private final Publisher publisher;
    private final EventCodec codec;
    private final MessagingSpans spans;
    private final int limit;
    private final long timeoutMillis;

    RelayPass(
            Connection connection,
            Publisher publisher,
            EventCodec codec,
            MessagingSpans spans,
            int limit,
            long timeoutMillis) {
        this.connection = connection;
        this.publisher = publisher;
        this.codec = codec;
        this.spans = spans;
        this.limit = limit;
        this.timeoutMillis = timeoutMillis;
    }

    /**
     * @return how many rows were published and deleted; zero means that nothing waits
     * @throws SQLException when the database failed; the rows are still there
     * @throws PublishFailure when Kafka did not acknowledge; what it did acknowledge is deleted
     */
    int run() throws SQLException, InterruptedException, PublishFailure {
        List<Waiting> rows = oldestPerKey();
        List<CompletableFuture<Void>> sent = new ArrayList<>(rows.size());
        for (Waiting row : rows) {
            sent.add(publish(row));
        }
        Throwable failure = awaitAll(sent);
        List<Long> acknowledged = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            if (sent.get(i).state() == CompletableFuture.State.SUCCESS) {
                acknowledged.add(rows.get(i).seq());
            }
        }
        delete(acknowledged);
        if (failure != null) {
            throw new PublishFailure(rows.size() - acknowledged.size(), failure);
        }
        return acknowledged.size();
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

    private List<Waiting> oldestPerKey() throws SQLException {
        List<Waiting> rows = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        try (var select = connection.prepareStatement(OLDEST)) {
            select.setInt(1, limit);
            try (var result = select.executeQuery()) {
                while (result.next()) {
                    String key = result.getString("record_key");
                    if (key == null || keys.add(key)) {
                        rows.add(new Waiting(
                                result.getLong("seq"),
                                result.getString("topic"),
                                key,
                                result.getString("payload"),
                                headers(result)));
                    }
                }
            }
        }
        return rows;
    }

    private Map<String, String> headers(ResultSet row) throws SQLException {
        Map<String, String> headers = codec.decodeHeaders(row.getString("headers"));
        headers.putIfAbsent(
                Headers.TIME,
                row.getObject("created_at", OffsetDateTime.class).toInstant().toString());
        return headers;
    }

    /** Waits until each has succeeded or failed, or the time is over. Returns the failure, if there was one. */
    private @Nullable Throwable awaitAll(List<CompletableFuture<Void>> sent) throws InterruptedException {
        try {
            CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)).get(timeoutMillis, TimeUnit.MILLISECONDS);
            return null;
        } catch (ExecutionException e) {
            return e.getCause();
        } catch (TimeoutException e) {
            return e;
        }
    }

    private void delete(List<Long> sequenceNumbers) throws SQLException {
        if (sequenceNumbers.isEmpty()) {
            return;
        }
        try (var delete = connection.prepareStatement(DELETE)) {
            delete.setArray(1, connection.createArrayOf("bigint", sequenceNumbers.toArray()));
            delete.executeUpdate();
        }
    }
}
