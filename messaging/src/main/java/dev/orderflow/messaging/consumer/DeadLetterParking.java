package dev.orderflow.messaging.consumer;

import dev.orderflow.chassis.failure.FailureSummary;
import dev.orderflow.chassis.json.FullUuid;
import dev.orderflow.chassis.sql.PlainSql;
import dev.orderflow.chassis.telemetry.LogText;
import dev.orderflow.events.EventHeaders;
import dev.orderflow.events.Topics;
import dev.orderflow.messaging.UuidV7;
import dev.orderflow.messaging.kafka.EventCodec;
import dev.orderflow.messaging.kafka.IncomingRecord;
import dev.orderflow.messaging.outbox.OutboxWriter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Parks records that cannot be handled, with the cause. */
@ApplicationScoped
public class DeadLetterParking {

    private static final Logger LOG = Logger.getLogger(DeadLetterParking.class.getName());

    private static final String INSERT = """
            with parked as (
                insert into dead_letter (id, event_id, type, channel, topic, kafka_partition, kafka_offset, record_key,
                                         payload, headers, cause, attempts)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id, cause)
            insert into dead_letter_action (dead_letter_id, action, outcome, operator, detail)
            select id, 'PARK', 'PARKED', ?, cause from parked""";

    /** Maximum size of a copy, in bytes. Kafka accepts records up to 1 MiB, and the copy has additional headers. */
    private static final int LARGEST_COPY = 900_000;

    @PersistenceContext
    EntityManager entityManager;

    @Inject
    Inbox inbox;

    @Inject
    OutboxWriter outbox;

    @Inject
    EventCodec codec;

    @Inject
    @ConfigProperty(name = "orderflow.service")
    String service;

    /**
     * Parks a record in one transaction: its inbox claim, the dead letter with the cause, and the copy for the dead
     * letter topic. Does nothing if the event was handled or parked before.
     *
     * @param operator the operator who requested it; null if the service parks it itself
     */
    @Transactional(TxType.REQUIRES_NEW)
    public void park(
            String channel, IncomingRecord received, Throwable cause, int attempts, @Nullable String operator) {
        IncomingRecord message = received.storable();
        UUID eventId = eventId(message);
        if (inbox.claim(List.of(eventId)).isEmpty()) {
            return;
        }
        UUID id = UuidV7.next();
        String reason = FailureSummary.of(cause);
        PlainSql.update(
                entityManager,
                INSERT,
                id,
                eventId,
                message.headers().get(EventHeaders.TYPE),
                channel,
                message.topic(),
                message.partition(),
                message.offset(),
                message.key(),
                message.payload(),
                codec.encodeHeaders(message.headers()),
                reason,
                attempts,
                operator);
        copy(id, eventId, message, reason, attempts);
        LOG.log(Level.SEVERE, "{0}: parked {1} from {2} after {3} attempt(s), see dead letter {4}: {5}", new Object[] {
            channel, eventId, message.position(), attempts, id, LogText.of(reason)
        });
    }

    /** Sends the copy to the dead letter topic, without headers, key and value if it would be too large. */
    private void copy(UUID id, UUID eventId, IncomingRecord message, String reason, int attempts) {
        boolean whole = message.bytes() <= LARGEST_COPY;
        Map<String, String> headers = new LinkedHashMap<>();
        if (whole) {
            headers.putAll(message.headers());
        }
        headers.putIfAbsent(EventHeaders.ID, eventId.toString());
        headers.put("deadletter-id", id.toString());
        headers.put("deadletter-cause", reason);
        headers.put("deadletter-attempts", Integer.toString(attempts));
        headers.put("deadletter-origin", message.position());
        outbox.write(
                UuidV7.next(),
                Topics.deadLetter(message.topic(), service),
                whole ? message.key() : null,
                whole ? message.payload() : null,
                headers);
    }

    private static UUID eventId(IncomingRecord message) {
        return Optional.ofNullable(message.headers().get(EventHeaders.ID))
                .flatMap(DeadLetterParking::uuid)
                .orElseGet(message::positionId);
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(FullUuid.parse(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
