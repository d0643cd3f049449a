package dev.orderflow.messaging.outbox;

import dev.orderflow.messaging.UuidV7;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The outbox in the session of the relay, where each statement is its own transaction. */
final class OutboxTable implements AutoCloseable {

    /** The select still sees the rows that the same statement deletes. */
    private static final String DELETE_AND_SELECT = """
            with published as (delete from outbox where seq = any(?))
            select seq, id, topic, record_key, payload, headers, created_at from outbox_sendable
            where seq > ? and seq <> all(?) and topic <> all(?) order by seq limit ?""";

    private static final String DELETE = "delete from outbox where seq = any(?)";

    private static final String PARK = """
            with unsent as (
                delete from outbox where seq = ? returning seq, id, topic, record_key, payload, headers, created_at),
            parked as (
                insert into dead_letter (id, event_id, type, channel, topic, kafka_partition, kafka_offset, record_key,
                                         payload, headers, cause, attempts, outbox_seq, written_at)
                select ?, id, ?, 'outbox', topic, -1, -1, record_key, payload, headers, ?, 1, seq, created_at
                from unsent returning id, cause)
            insert into dead_letter_action (dead_letter_id, action, outcome, detail)
            select id, 'PARK', 'PARKED', cause from parked""";

    /** @param headers JSON, which may be invalid */
    record OutboxRow(
            long seq,
            UUID id,
            String topic,
            @Nullable String key,
            @Nullable String payload,
            String headers,
            Instant writtenAt) {

        /** Omits payload and headers: they may hold a payment token. */
        @Override
        public String toString() {
            return "OutboxRow[seq=%d, topic=%s, key=%s]".formatted(seq, topic, key);
        }

        OrderingKeys.OrderingKey orderingKey() {
            return new OrderingKeys.OrderingKey(topic, key);
        }
    }

    private final Connection connection;
    private final OutboxFloor floor;
    private final List<OutboxRow> published = new ArrayList<>();

    OutboxTable(Connection connection) {
        this.connection = connection;
        floor = new OutboxFloor(connection);
    }

    /**
     * Deletes the published rows, then reads the oldest rows of all but some topics. Skips ordering keys that wait for
     * an operator.
     */
    List<OutboxRow> oldest(Collection<String> exceptTopics, int limit) throws SQLException {
        floor.raise();
        List<OutboxRow> rows = new ArrayList<>();
        try (var select = connection.prepareStatement(DELETE_AND_SELECT)) {
            Array deleted = publishedSeqs();
            select.setArray(1, deleted);
            select.setLong(2, floor.value());
            select.setArray(3, deleted);
            select.setArray(4, connection.createArrayOf("text", exceptTopics.toArray()));
            select.setInt(5, limit);
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(new OutboxRow(
                            row.getLong("seq"),
                            row.getObject("id", UUID.class),
                            row.getString("topic"),
                            row.getString("record_key"),
                            row.getString("payload"),
                            row.getString("headers"),
                            row.getObject("created_at", OffsetDateTime.class).toInstant()));
                }
            }
        }
        forgetPublished();
        return rows;
    }

    /** Marks rows to be deleted by {@link #oldest} or {@link #close}. */
    void published(Collection<OutboxRow> rows) {
        published.addAll(rows);
    }

    /** Deletes the published rows that no read has deleted yet. The session stays open. */
    @Override
    public void close() throws SQLException {
        if (published.isEmpty()) {
            return;
        }
        try (var delete = connection.prepareStatement(DELETE)) {
            delete.setArray(1, publishedSeqs());
            delete.executeUpdate();
        }
        forgetPublished();
    }

    private Array publishedSeqs() throws SQLException {
        return connection.createArrayOf(
                "bigint", published.stream().map(OutboxRow::seq).toArray());
    }

    private void forgetPublished() {
        floor.deleted(published.size());
        published.clear();
    }

    /**
     * Turns a row into a dead letter. Its ordering key waits until the letter is redriven or discarded.
     *
     * @return the id of the dead letter
     */
    UUID park(OutboxRow row, @Nullable String type, String cause) throws SQLException {
        UUID letter = UuidV7.next();
        try (var park = connection.prepareStatement(PARK)) {
            park.setLong(1, row.seq());
            park.setObject(2, letter);
            park.setString(3, type);
            park.setString(4, cause);
            park.executeUpdate();
        }
        return letter;
    }
}
