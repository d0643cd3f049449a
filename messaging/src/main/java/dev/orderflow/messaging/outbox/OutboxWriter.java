package dev.orderflow.messaging.outbox;

import dev.orderflow.chassis.sql.BatchedWrites;
import dev.orderflow.chassis.sql.PlainSql;
import dev.orderflow.chassis.telemetry.TraceContext;
import dev.orderflow.chassis.work.TransactionEnd;
import dev.orderflow.events.DomainEvent;
import dev.orderflow.events.EventHeaders;
import dev.orderflow.events.EventType;
import dev.orderflow.events.SagaEvent;
import dev.orderflow.messaging.EventMetadata;
import dev.orderflow.messaging.Outbox;
import dev.orderflow.messaging.UuidV7;
import dev.orderflow.messaging.kafka.EventCodec;
import io.opentelemetry.context.Context;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Writes outbox rows in the current transaction, and wakes the relay after the commit. */
@ApplicationScoped
public class OutboxWriter implements Outbox {

    private static final Logger LOG = Logger.getLogger(Outbox.class.getName());

    /**
     * An event of the current transaction.
     *
     * @param context trace context at the time of the append, for the log line after the commit
     */
    private record AppendedEvent(EventType type, UUID id, String key, Context context) {

        void log() {
            context.wrap(() -> LOG.log(Level.INFO, "{0} {1}: event {2}", new Object[] {type, key, id}))
                    .run();
        }
    }

    private static final String AGE = "select extract(epoch from clock_timestamp() - created_at) * 1000"
            + " from outbox_sendable order by seq limit 1";

    private static final BatchedWrites.Statement WRITE = BatchedWrites.Statement.insert(
            "outbox", "id uuid, topic text, record_key text, payload text, headers text");

    static final String SEND_AGAIN = """
            insert into outbox (seq, id, topic, record_key, payload, headers, created_at) overriding system value
            select outbox_seq, event_id, topic, record_key, payload, headers, written_at
            from dead_letter where id = ?""";

    @PersistenceContext
    EntityManager entityManager;

    @Inject
    BatchedWrites writes;

    @Inject
    TransactionEnd transactionEnd;

    @Inject
    EventCodec codec;

    @Inject
    EventRelay relay;

    @Inject
    @ConfigProperty(name = "orderflow.service")
    String service;

    @Override
    @Transactional(TxType.MANDATORY)
    public UUID append(DomainEvent event) {
        EventType type = EventType.of(event);
        UUID id = UuidV7.next();
        write(id, type.topic(), event.key(), codec.encode(event), headers(id, type, event));
        transactionEnd.collect(
                Outbox.class, new AppendedEvent(type, id, event.key(), context(event)), OutboxWriter::logCommitted);
        return id;
    }

    public void write(
            UUID id, String topic, @Nullable String key, @Nullable String payload, Map<String, String> headers) {
        writes.add(WRITE, id, topic, key, payload, codec.encodeHeaders(headers));
        wakeRelayAfterCommit();
    }

    /** Restores the row of a dead letter with its old number, so that it precedes later events of its ordering key. */
    @Transactional(TxType.MANDATORY)
    public void sendAgain(UUID deadLetter) {
        PlainSql.update(entityManager, SEND_AGAIN, deadLetter);
        wakeRelayAfterCommit();
    }

    /** Ignores rows that wait for an operator. */
    @Override
    public Duration age() {
        return PlainSql.select(entityManager, AGE, row -> Duration.ofMillis(row.getLong(1))).stream()
                .findFirst()
                .orElse(Duration.ZERO);
    }

    private Map<String, String> headers(UUID id, EventType type, DomainEvent event) {
        EventMetadata cause = CurrentEvent.get();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(EventHeaders.ID, id.toString());
        headers.put(EventHeaders.TYPE, type.wireName());
        headers.put(EventHeaders.SOURCE, "/orderflow/" + service);
        headers.put(EventHeaders.SPEC_VERSION, "1.0");
        headers.put(EventHeaders.SUBJECT, event.key());
        headers.put(EventHeaders.CONTENT_TYPE, "application/json");
        headers.put(EventHeaders.CORRELATION_ID, cause == null ? event.key() : cause.correlationId());
        if (cause != null) {
            headers.put(EventHeaders.CAUSATION_ID, cause.id().toString());
        }
        String traceParent = traceParent(cause);
        if (traceParent != null) {
            headers.put(EventHeaders.TRACE_PARENT, traceParent);
        }
        return headers;
    }

    private static Context context(DomainEvent event) {
        return TraceContext.forOrder(Context.current(), event instanceof SagaEvent step ? step.key() : null);
    }

    private static @Nullable String traceParent(@Nullable EventMetadata cause) {
        String current = TraceContext.current();
        return current == null && cause != null ? cause.traceParent() : current;
    }

    private void wakeRelayAfterCommit() {
        transactionEnd.collect(EventRelay.class, this, committed -> relay.wake());
    }

    /** Logs committed events: one line for each status transition of an order, in the service that made it. */
    private static void logCommitted(List<AppendedEvent> events) {
        if (LOG.isLoggable(Level.INFO)) {
            events.forEach(AppendedEvent::log);
        }
    }
}
