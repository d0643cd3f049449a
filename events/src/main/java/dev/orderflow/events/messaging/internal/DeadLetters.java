package dev.orderflow.events.messaging.internal;

import dev.orderflow.events.Headers;
import dev.orderflow.events.Topics;
import dev.orderflow.events.messaging.Ids;
import dev.orderflow.events.telemetry.LogText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** What could not be handled, kept with its cause. */
@ApplicationScoped
public class DeadLetters {

    private static final Logger LOG = Logger.getLogger(DeadLetters.class.getName());

    private static final String INSERT = """
            insert into dead_letter (id, event_id, channel, topic, kafka_partition, kafka_offset, record_key, payload,
                                     headers, cause, attempts)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

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
     * Takes a record out of the flow: in one transaction its inbox claim, the dead letter with the cause, and the copy for
     * the dead letter topic. Does nothing for an event that was handled or parked before.
     */
    @Transactional(TxType.REQUIRES_NEW)
    public void park(String channel, IncomingRecord message, Throwable cause, int attempts) {
        UUID eventId = eventId(message);
        if (inbox.claim(List.of(eventId)).isEmpty()) {
            return;
        }
        String reason = rootCause(cause);
        entityManager.<Connection>runWithConnection(
                connection -> insert(connection, eventId, channel, message, reason, attempts));
        Map<String, String> headers = new LinkedHashMap<>(message.headers());
        headers.putIfAbsent(Headers.ID, eventId.toString());
        headers.put("deadletter-cause", reason);
        headers.put("deadletter-origin", message.topic() + "/" + message.partition() + "/" + message.offset());
        String topic = Topics.deadLetter(message.topic(), service);
        outbox.write(Ids.next(), topic, storable(message.key()), storable(message.payload()), storable(headers));
        LOG.log(Level.SEVERE, "{0}: parked {1} from {2}/{3}/{4} after {5} attempt(s): {6}", new Object[] {
            channel, eventId, message.topic(), message.partition(), message.offset(), attempts, LogText.of(reason)
        });
    }

    private void insert(
            Connection connection, UUID eventId, String channel, IncomingRecord message, String reason, int attempts)
            throws SQLException {
        try (var insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, Ids.next());
            insert.setObject(2, eventId);
            insert.setString(3, channel);
            insert.setString(4, message.topic());
            insert.setInt(5, message.partition());
            insert.setLong(6, message.offset());
            insert.setString(7, storable(message.key()));
            insert.setString(8, storable(message.payload()));
            insert.setString(9, codec.encodeHeaders(storable(message.headers())));
            insert.setString(10, storable(reason));
            insert.setInt(11, attempts);
            insert.executeUpdate();
        }
    }

    private static UUID eventId(IncomingRecord message) {
        return Optional.ofNullable(message.headers().get(Headers.ID))
                .flatMap(DeadLetters::uuid)
                .orElseGet(message::positionId);
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** PostgreSQL text cannot hold the character NUL; poison may. */
    private static @Nullable String storable(@Nullable String text) {
        return text == null ? null : text.replace('\0', '\uFFFD');
    }

    private static Map<String, String> storable(Map<String, String> headers) {
        Map<String, String> storable = new LinkedHashMap<>();
        headers.forEach((name, value) -> storable.put(name.replace('\0', '\uFFFD'), value.replace('\0', '\uFFFD')));
        return storable;
    }

    private static String rootCause(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.toString();
    }
}
