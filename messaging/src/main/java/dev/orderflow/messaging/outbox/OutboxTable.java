package dev.orderflow.messaging.outbox;

import dev.orderflow.messaging.Ids;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The outbox in the session of the relay, where each statement is a transaction of its own. */
final class OutboxTable {

    private static final String OLDEST = "select seq, id, topic, record_key, payload, headers, created_at"
            + " from outbox_sendable where seq > ? and topic <> all(?) order by seq limit ?";

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

    /** @param headers JSON, which may be unreadable */
    record Row(
            long seq,
            UUID id,
            String topic,
            @Nullable String key,
            @Nullable String payload,
            String headers,
            Instant writtenAt) {

        /** Without what it carries: that may hold a payment token. */
        @Override
        public String toString() {
            return "Row[seq=%d, topic=%s, key=%s]".formatted(seq, topic, key);
        }

        Lanes.Lane lane() {
            return new Lanes.Lane(topic, key);
        }
    }

    private final Connection connection;
    private final OutboxFloor floor;

    OutboxTable(Connection connection) {
        this.connection = connection;
        floor = new OutboxFloor(connection);
    }

    /** The oldest rows of all topics but some; without those whose ordering key waits for an operator. */
    List<Row> oldest(Collection<String> exceptTopics, int limit) throws SQLException {
        floor.rise();
        List<Row> rows = new ArrayList<>();
        try (var select = connection.prepareStatement(OLDEST)) {
            select.setLong(1, floor.value());
            select.setArray(2, connection.createArrayOf("text", exceptTopics.toArray()));
            select.setInt(3, limit);
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(new Row(
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
        return rows;
    }

    void delete(Collection<Row> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (var delete = connection.prepareStatement(DELETE)) {
            delete.setArray(
                    1,
                    connection.createArrayOf(
                            "bigint", rows.stream().map(Row::seq).toArray()));
            delete.executeUpdate();
        }
        floor.deleted(rows.size());
    }

    /**
     * Makes a dead letter of a row. Its ordering key waits until that is sent or discarded.
     *
     * @return the id of the dead letter
     */
    UUID park(Row row, @Nullable String type, String cause) throws SQLException {
        UUID letter = Ids.next();
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
