package dev.orderflow.messaging.outbox;

import dev.orderflow.chassis.failure.FailureSummary;
import dev.orderflow.chassis.failure.PermanentFailure;
import dev.orderflow.chassis.telemetry.LogText;
import dev.orderflow.events.EventHeaders;
import dev.orderflow.messaging.kafka.EventCodec;
import dev.orderflow.messaging.observability.MessagingSpans;
import dev.orderflow.messaging.outbox.OrderingKeys.OrderingKey;
import dev.orderflow.messaging.outbox.OutboxTable.OutboxRow;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;

/**
 * Moves the oldest outbox rows to Kafka: reads them, sends them, and waits for every acknowledgement. The table deletes
 * acknowledged rows with the next read, or when it is closed.
 *
 * <p>A crash at any point publishes rows again, with the same event ids. At most one row per key is in flight, because
 * a failed send could be retried after its successor. Rows are found by state, never by a cursor: rows do not commit in
 * the order of their numbers, so a cursor would skip late ones ({@link OutboxFloor} is not a cursor). A key or topic
 * that Kafka refuses is paused, and the others continue. An event that can never be sent becomes a dead letter, and its
 * key waits for an operator.
 */
final class RelayPass {

    private static final Logger LOG = Logger.getLogger(RelayPass.class.getName());

    /** Kafka acknowledged no record. The rows stay in the outbox and are published again. */
    static final class PublishFailure extends Exception {

        private static final long serialVersionUID = 1;

        private PublishFailure(int unacknowledged, Throwable cause) {
            super(
                    unacknowledged + " records were not acknowledged by Kafka: " + FailureSummary.outermost(cause),
                    cause);
        }
    }

    private final OutboxTable table;
    private final EventCodec codec;
    private final RowSender sender;
    private final OrderingKeys orderingKeys;
    private final int limit;
    private int read;
    private int parked;

    RelayPass(
            OutboxTable table,
            RecordPublisher publisher,
            EventCodec codec,
            MessagingSpans spans,
            OrderingKeys orderingKeys,
            int limit,
            long timeoutMillis) {
        this.table = table;
        this.codec = codec;
        sender = new RowSender(publisher, codec, spans, timeoutMillis);
        this.orderingKeys = orderingKeys;
        this.limit = limit;
    }

    /**
     * @return number of published rows; zero if no row can be published now
     * @throws SQLException if the database fails; the rows remain in the outbox
     * @throws PublishFailure if Kafka acknowledged none of the sent records
     */
    int run() throws SQLException, InterruptedException, PublishFailure {
        parked = 0;
        List<OutboxRow> taken = new ArrayList<>();
        Map<OutboxRow, Throwable> refused = new LinkedHashMap<>();
        Map<OutboxRow, Throwable> unsendable = new LinkedHashMap<>();
        sender.send(next())
                .forEach((row, failure) -> failure.ifPresentOrElse(
                        cause -> (isPermanent(cause) ? unsendable : refused).put(row, cause), () -> taken.add(row)));
        table.published(taken);
        orderingKeys.passCompleted(orderingKeys(taken), orderingKeys(refused.keySet()));
        for (var each : unsendable.entrySet()) {
            park(each.getKey(), each.getValue());
        }
        reportRefusals(taken.size(), refused);
        return taken.size();
    }

    private static void reportRefusals(int taken, Map<OutboxRow, Throwable> refused) throws PublishFailure {
        if (refused.isEmpty()) {
            return;
        }
        Throwable failure = refused.values().iterator().next();
        if (taken == 0) {
            throw new PublishFailure(refused.size(), failure);
        }
        LOG.log(
                Level.WARNING,
                "Kafka refused {0} records and accepted {1}; the refused keys are paused: {2}",
                new Object[] {refused.size(), taken, LogText.of(FailureSummary.of(failure))});
    }

    /** Number of rows that the last run turned into dead letters. */
    int parked() {
        return parked;
    }

    /** Whether the last run read as many rows as allowed; then more may wait. */
    boolean wasFull() {
        return read == limit;
    }

    private static List<OrderingKey> orderingKeys(Collection<OutboxRow> rows) {
        return rows.stream().map(OutboxRow::orderingKey).toList();
    }

    /** The oldest row of each key. Of a topic that is not open, only one random row, as a probe. */
    private List<OutboxRow> next() throws SQLException {
        List<OutboxRow> rows = oldestPerKey();
        Map<String, List<OutboxRow>> doubtful = new LinkedHashMap<>();
        rows.stream()
                .filter(row -> !orderingKeys.isOpen(row.topic()))
                .forEach(row -> doubtful.computeIfAbsent(row.topic(), topic -> new ArrayList<>())
                        .add(row));
        doubtful.values().forEach(ofTopic -> {
            ofTopic.remove(ThreadLocalRandom.current().nextInt(ofTopic.size()));
            rows.removeAll(ofTopic);
        });
        return rows;
    }

    private List<OutboxRow> oldestPerKey() throws SQLException {
        List<OutboxRow> rows = table.oldest(orderingKeys.pausedTopics(), limit);
        read = rows.size();
        Set<OrderingKey> seen = new HashSet<>();
        rows.removeIf(
                row -> (row.key() != null && !seen.add(row.orderingKey())) || orderingKeys.isPaused(row.orderingKey()));
        return rows;
    }

    /** Whether the record can never be sent. */
    private static boolean isPermanent(Throwable failure) {
        return failure instanceof PermanentFailure
                || failure instanceof RecordTooLargeException
                || failure instanceof InvalidTopicException
                || failure instanceof InvalidRecordException
                || failure instanceof SerializationException;
    }

    private void park(OutboxRow row, Throwable failure) throws SQLException {
        String cause = FailureSummary.of(failure);
        String type = failure instanceof PermanentFailure
                ? null
                : codec.decodeHeaders(row.headers()).get(EventHeaders.TYPE);
        UUID letter = table.park(row, type, cause);
        parked++;
        LOG.log(
                Level.SEVERE,
                "outbox: parked {0}, which cannot be sent to {1}, see dead letter {2}: {3}",
                new Object[] {row.id(), LogText.of(row.topic()), letter, LogText.of(cause)});
    }
}
