package dev.orderflow.messaging.outbox;

import dev.orderflow.chassis.sql.Sql;
import dev.orderflow.chassis.telemetry.TraceContext;
import dev.orderflow.events.DomainEvent;
import dev.orderflow.events.Event;
import dev.orderflow.events.EventType;
import dev.orderflow.events.Headers;
import dev.orderflow.messaging.EventMetadata;
import dev.orderflow.messaging.Ids;
import dev.orderflow.messaging.Outbox;
import dev.orderflow.messaging.kafka.EventCodec;
import io.opentelemetry.context.Context;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Writes outbox rows in the current transaction and wakes the relay once that has committed. */
@ApplicationScoped
public class OutboxWriter implements Outbox {

    private static final String AGE =
            "select extract(epoch from clock_timestamp() - created_at) * 1000 from outbox_sendable order by seq limit 1";

    static final String SEND_AGAIN = """
            insert into outbox (seq, id, topic, record_key, payload, headers, created_at) overriding system value
            select outbox_seq, event_id, topic, record_key, payload, headers, written_at from dead_letter where id = ?""";

    @PersistenceContext
    EntityManager entityManager;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transaction;

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
        UUID id = Ids.next();
        write(id, type.topic(), event.key(), codec.encode(event), headers(id, type, event))
                .tell(type, id, event.key(), context(event));
        return id;
    }

    public AfterCommit write(
            UUID id, String topic, @Nullable String key, @Nullable String payload, Map<String, String> headers) {
        entityManager.persist(new OutboxRow(id, topic, key, payload, codec.encodeHeaders(headers)));
        return afterCommit();
    }

    /**
     * Puts the row that a dead letter was made of back to its place, before whatever of its ordering key has come
     * since.
     */
    @Transactional(TxType.MANDATORY)
    public void sendAgain(UUID deadLetter) {
        Sql.update(entityManager, SEND_AGAIN, deadLetter);
        afterCommit();
    }

    /** Of the row that was written first; but not of those that wait for an operator. */
    @Override
    public Duration age() {
        return Sql.select(entityManager, AGE, row -> Duration.ofMillis(row.getLong(1))).stream()
                .findFirst()
                .orElse(Duration.ZERO);
    }

    private Map<String, String> headers(UUID id, EventType type, DomainEvent event) {
        EventMetadata cause = CurrentEvent.get();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(Headers.ID, id.toString());
        headers.put(Headers.TYPE, type.wireName());
        headers.put(Headers.SOURCE, "/orderflow/" + service);
        headers.put(Headers.SPEC_VERSION, "1.0");
        headers.put(Headers.SUBJECT, event.key());
        headers.put(Headers.CONTENT_TYPE, "application/json");
        headers.put(Headers.CORRELATION_ID, cause == null ? event.key() : cause.correlationId());
        if (cause != null) {
            headers.put(Headers.CAUSATION_ID, cause.id().toString());
        }
        String traceParent = traceParent(cause);
        if (traceParent != null) {
            headers.put(Headers.TRACE_PARENT, traceParent);
        }
        return headers;
    }

    private static Context context(DomainEvent event) {
        return TraceContext.forOrder(Context.current(), event instanceof Event step ? step.key() : null);
    }

    private static @Nullable String traceParent(@Nullable EventMetadata cause) {
        String current = TraceContext.current();
        return current == null && cause != null ? cause.traceParent() : current;
    }

    /** That of the present transaction. */
    private AfterCommit afterCommit() {
        if (transaction.getResource(AfterCommit.class) instanceof AfterCommit known) {
            return known;
        }
        var first = new AfterCommit(relay);
        transaction.putResource(AfterCommit.class, first);
        transaction.registerInterposedSynchronization(first);
        return first;
    }
}
