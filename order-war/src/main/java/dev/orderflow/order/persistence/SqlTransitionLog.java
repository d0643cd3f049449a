package dev.orderflow.order.persistence;

import dev.orderflow.chassis.sql.PlainSql;
import dev.orderflow.order.domain.OrderStatus;
import dev.orderflow.order.domain.stream.RecordedTransition;
import dev.orderflow.order.domain.stream.SagaThroughput;
import dev.orderflow.order.domain.stream.TransitionCount;
import dev.orderflow.order.domain.stream.TransitionLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The transition log in PostgreSQL, in SQL, because the high-water mark depends on locks that JPA does not expose.
 *
 * <p>A transaction takes its sequence numbers before it commits, but after it has locked the table for inserts, and it
 * holds that lock until it ends. The last number taken is therefore recorded together with the transactions that hold
 * the lock at a later moment. Once all of them have ended, every number up to it is either visible or will never
 * appear. Transactions that do not write the history, here or in other databases of the server, do not delay the mark.
 */
@ApplicationScoped
class SqlTransitionLog implements TransitionLog {

    private static final String SELECT = """
            select seq, order_id, from_status, to_status, cause, event_id, published_event_id, trace_parent, at
            from order_history where seq > ? and seq <= ?""";
    private static final String OF_ORDER = " and order_id = ?";
    private static final String IN_ORDER = " order by seq limit ?";

    private static final String COUNT = """
            select from_status, to_status, count(*),
                   date_bin(make_interval(secs => ?), greatest(at, now() - make_interval(secs => ?)), to_timestamp(0))
                       as slot
            from order_history where seq > ? and seq <= ? and from_status is distinct from to_status
            group by from_status, to_status, slot""";

    /** Reads only the newest transitions, which are those of the last seconds under load. */
    private static final String THROUGHPUT = """
            select (select count(*) from (select 1 from orders where status in ('PENDING', 'RESERVED') limit ?) open)
                       as in_flight,
                   count(*) filter (where to_status in ('CONFIRMED', 'REJECTED') and from_status <> to_status)
                       / greatest(extract(epoch from clock_timestamp() - min(at)), 1) as completions_per_second
            from (select from_status, to_status, at from order_history order by seq desc limit 2000) newest
            where at > clock_timestamp() - interval '5 seconds'""";

    private static final String DRAWN =
            "select case when is_called then last_value else 0 end from order_history_seq_seq";
    private static final String WRITERS = """
            select virtualtransaction from pg_locks
            where locktype = 'relation' and relation = 'order_history'::regclass
            and mode = 'RowExclusiveLock' and granted
            and database = (select oid from pg_database where datname = current_database())""";

    @PersistenceContext
    EntityManager entityManager;

    private OptionalLong highWaterMark = OptionalLong.empty();
    private @Nullable Mark pending;

    /**
     * The last sequence number taken, and the transactions that may still insert numbers up to it.
     *
     * @param writers transactions that were writing the history after the number was taken
     * @param setNanos {@link System#nanoTime} when this was recorded
     */
    private record Mark(long drawn, Set<String> writers, long setNanos) {

        boolean hasPassed(Set<String> stillWriting) {
            return Collections.disjoint(writers, stillWriting);
        }
    }

    @Override
    public synchronized OptionalLong highWaterMark() {
        long drawn = one(DRAWN, row -> row.getLong(1));
        if (highWaterMark.isEmpty() || highWaterMark.getAsLong() != drawn) {
            // A separate statement, because the locks must be read after the sequence number.
            advance(drawn, Set.copyOf(PlainSql.select(entityManager, WRITERS, row -> row.getString(1))));
        }
        return highWaterMark;
    }

    private void advance(long drawn, Set<String> writers) {
        if (pending != null && pending.hasPassed(writers)) {
            highWaterMark = OptionalLong.of(pending.drawn());
            pending = null;
        }
        if (writers.isEmpty()) {
            highWaterMark = OptionalLong.of(drawn);
            pending = null;
        } else if (pending == null && (highWaterMark.isEmpty() || highWaterMark.getAsLong() != drawn)) {
            pending = new Mark(drawn, writers, System.nanoTime());
        }
    }

    @Override
    public synchronized Duration lag() {
        highWaterMark();
        return pending == null ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - pending.setNanos());
    }

    @Override
    public List<RecordedTransition> between(long after, long until, @Nullable UUID orderId, int limit) {
        return orderId == null
                ? PlainSql.select(entityManager, SELECT + IN_ORDER, SqlTransitionLog::transition, after, until, limit)
                : PlainSql.select(
                        entityManager,
                        SELECT + OF_ORDER + IN_ORDER,
                        SqlTransitionLog::transition,
                        after,
                        until,
                        orderId,
                        limit);
    }

    @Override
    public long lastPosition(long until) {
        return one(
                "select coalesce(max(seq), ?) from order_history where seq <= ?", row -> row.getLong(1), START, until);
    }

    @Override
    public List<TransitionCount> count(long after, long until, Duration slot, int slots) {
        long seconds = slot.toSeconds();
        return PlainSql.select(
                entityManager, COUNT, SqlTransitionLog::transitionCount, seconds, seconds * (slots - 1), after, until);
    }

    private static TransitionCount transitionCount(ResultSet row) throws SQLException {
        return new TransitionCount(
                status(row, "from_status"),
                OrderStatus.valueOf(row.getString("to_status")),
                row.getObject("slot", OffsetDateTime.class).toInstant(),
                row.getLong("count"));
    }

    @Override
    public SagaThroughput throughput(long limit) {
        return one(
                THROUGHPUT,
                row -> new SagaThroughput(row.getLong("in_flight"), row.getDouble("completions_per_second")),
                limit);
    }

    @Override
    public Instant now() {
        return one("select now()", row -> row.getObject(1, OffsetDateTime.class).toInstant());
    }

    private <T> T one(String sql, PlainSql.RowReader<T> reader, Object... parameters) {
        return PlainSql.select(entityManager, sql, reader, parameters).getFirst();
    }

    private static @Nullable OrderStatus status(ResultSet row, String column) throws SQLException {
        String status = row.getString(column);
        return status == null ? null : OrderStatus.valueOf(status);
    }

    private static RecordedTransition transition(ResultSet row) throws SQLException {
        return new RecordedTransition(
                row.getLong("seq"),
                row.getObject("order_id", UUID.class),
                status(row, "from_status"),
                OrderStatus.valueOf(row.getString("to_status")),
                row.getString("cause"),
                row.getObject("event_id", UUID.class),
                row.getObject("published_event_id", UUID.class),
                row.getString("trace_parent"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
