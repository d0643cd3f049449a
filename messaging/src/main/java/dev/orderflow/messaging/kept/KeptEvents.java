package dev.orderflow.messaging.kept;

import dev.orderflow.chassis.sql.PlainSql;
import dev.orderflow.chassis.work.TableRetention;
import dev.orderflow.events.EventHeaders;
import dev.orderflow.events.EventType;
import dev.orderflow.messaging.LowWaterMark;
import dev.orderflow.messaging.kafka.EventCodec;
import dev.orderflow.messaging.kafka.IncomingRecord;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Events of Orderflow whose type this version does not know. During an upgrade, old replicas receive events that only
 * new ones can handle. They store the events here, and a newer version handles them.
 */
@ApplicationScoped
public class KeptEvents {

    /** Prefix of all wire names. */
    private static final String OURS = "dev.orderflow.";

    private static final String KEEP =
            "insert into kept_event (channel, type, topic, kafka_partition, kafka_offset, record_key, payload, headers)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?)";

    private static final String KNOWN =
            "select seq, topic, kafka_partition, kafka_offset, record_key, payload, headers from kept_event"
                    + " where channel = ? and type = any(?) and seq > ? order by seq limit ?";

    private static final String FORGET = "delete from kept_event where seq = any(?)";

    /**
     * An event that was kept.
     *
     * @param seq increases with every event
     */
    public record KeptEvent(long seq, IncomingRecord source) {}

    @PersistenceContext
    EntityManager entityManager;

    @Inject
    EventCodec codec;

    @Inject
    @ConfigProperty(name = "orderflow.kept.retention-s")
    long retentionSeconds;

    /** If no version has handled a type for this long, no version needs it. */
    @Produces
    TableRetention retention() {
        return new TableRetention("kept_event", "kept_at", Duration.ofSeconds(retentionSeconds));
    }

    /** Whether the type of a record is unknown, but another version may know it. */
    public static boolean isOfAnotherVersion(IncomingRecord message) {
        @Nullable String wireName = message.headers().get(EventHeaders.TYPE);
        return wireName != null
                && wireName.startsWith(OURS)
                && !wireName.equals(LowWaterMark.TYPE)
                && EventType.named(wireName).isEmpty();
    }

    /** Skips the inbox: a record that is delivered twice is kept twice, and still takes effect once. */
    @Transactional(TxType.REQUIRES_NEW)
    public void keep(String channel, List<IncomingRecord> messages) {
        entityManager.<Connection>runWithConnection(connection -> {
            try (var insert = connection.prepareStatement(KEEP)) {
                for (IncomingRecord received : messages) {
                    IncomingRecord message = received.storable();
                    insert.setString(1, channel);
                    insert.setString(2, message.headers().get(EventHeaders.TYPE));
                    insert.setString(3, message.topic());
                    insert.setInt(4, message.partition());
                    insert.setLong(5, message.offset());
                    insert.setString(6, message.key());
                    insert.setString(7, message.payload());
                    insert.setString(8, codec.encodeHeaders(message.headers()));
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        });
    }

    /** Kept events of a channel whose type this version knows, after the given one, oldest first. */
    @Transactional(TxType.REQUIRES_NEW)
    public List<KeptEvent> known(String channel, long after, int limit) {
        String[] types =
                Arrays.stream(EventType.values()).map(EventType::wireName).toArray(String[]::new);
        return PlainSql.select(entityManager, KNOWN, this::event, channel, types, after, limit);
    }

    /** Deletes events that have taken effect. */
    @Transactional(TxType.REQUIRES_NEW)
    public void forget(List<KeptEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        PlainSql.update(entityManager, FORGET, (Object)
                events.stream().map(KeptEvent::seq).toArray(Long[]::new));
    }

    private KeptEvent event(ResultSet row) throws SQLException {
        return new KeptEvent(
                row.getLong("seq"),
                new IncomingRecord(
                        row.getString("topic"),
                        row.getInt("kafka_partition"),
                        row.getLong("kafka_offset"),
                        row.getString("record_key"),
                        row.getString("payload"),
                        codec.decodeHeaders(row.getString("headers"))));
    }
}
