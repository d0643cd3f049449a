package dev.orderflow.messaging.deadletters;

import dev.orderflow.chassis.sql.BatchedWrites;
import dev.orderflow.chassis.sql.PlainSql;
import dev.orderflow.events.EventHeaders;
import dev.orderflow.messaging.deadletters.RedriveResult.ChangedTable;
import dev.orderflow.messaging.deadletters.RedriveResult.PublishedEvent;
import dev.orderflow.messaging.kafka.EventCodec;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads from PostgreSQL what the current transaction has changed. */
@ApplicationScoped
class TransactionEffects {

    /** Counts per session, so it may include rows of earlier transactions. */
    private static final String COUNTERS =
            "select relname, n_tup_ins, n_tup_upd, n_tup_del from pg_stat_xact_user_tables where relname <> 'outbox'";

    private static final String EVENTS =
            "select topic, record_key, headers from outbox where xmin = pg_current_xact_id()::xid order by seq";

    @PersistenceContext
    EntityManager entityManager;

    @Inject
    BatchedWrites writes;

    @Inject
    EventCodec codec;

    private record RowCounters(long inserted, long updated, long deleted) {

        static final RowCounters NONE = new RowCounters(0, 0, 0);

        ChangedTable since(RowCounters before, String table) {
            return new ChangedTable(
                    table, inserted - before.inserted, updated - before.updated, deleted - before.deleted);
        }
    }

    /** The row counts at one moment of the transaction. */
    final class Snapshot {

        private final Map<String, RowCounters> before;

        private Snapshot(Map<String, RowCounters> before) {
            this.before = before;
        }

        /** Tables with rows that were changed since. */
        List<ChangedTable> changes() {
            return counters().entrySet().stream()
                    .map(now -> now.getValue().since(before.getOrDefault(now.getKey(), RowCounters.NONE), now.getKey()))
                    .filter(change -> change.inserted() + change.updated() + change.deleted() > 0)
                    .toList();
        }
    }

    Snapshot snapshot() {
        return new Snapshot(counters());
    }

    /** Events that this transaction has appended to the outbox. */
    List<PublishedEvent> events() {
        writes.flush();
        return PlainSql.select(
                entityManager,
                EVENTS,
                row -> new PublishedEvent(
                        codec.decodeHeaders(row.getString("headers")).getOrDefault(EventHeaders.TYPE, "none"),
                        row.getString("topic"),
                        row.getString("record_key")));
    }

    private Map<String, RowCounters> counters() {
        writes.flush();
        Map<String, RowCounters> counters = new TreeMap<>();
        PlainSql.select(
                        entityManager,
                        COUNTERS,
                        row -> Map.entry(
                                row.getString("relname"),
                                new RowCounters(
                                        row.getLong("n_tup_ins"), row.getLong("n_tup_upd"), row.getLong("n_tup_del"))))
                .forEach(table -> counters.put(table.getKey(), table.getValue()));
        return counters;
    }
}
