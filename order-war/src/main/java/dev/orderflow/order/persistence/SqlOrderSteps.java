package dev.orderflow.order.persistence;

import dev.orderflow.chassis.sql.PlainSql;
import dev.orderflow.order.domain.OrderStatus;
import dev.orderflow.order.domain.stream.CountedChanges;
import dev.orderflow.order.domain.stream.OrderStep;
import dev.orderflow.order.domain.stream.OrderSteps;
import dev.orderflow.order.domain.stream.Progress;
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
 * Steps in PostgreSQL, in SQL, because how far their sequence is complete depends on locks, which JPA does not know.
 *
 * <p>A number of the sequence is drawn before its transaction commits, but after that transaction locked the table to
 * insert into it, a lock that it holds until it has ended. So the last number drawn is marked together with the holders
 * of that lock at a moment after it was drawn; once all of them have ended, all numbers up to the mark have appeared or
 * never will. Transactions that do not write the history, in this database or in others of the same server, hold up
 * nothing.
 */
@ApplicationScoped
class SqlOrderSteps implements OrderSteps {

    private static final String SELECT = """
            select seq, order_id, from_status, to_status, cause, event_id, published_event_id, trace_parent, at
            from order_history where seq > ? and seq <= ?""";
    private static final String OF_ORDER = " and order_id = ?";
    private static final String IN_SEQUENCE = " order by seq limit ?";

    private static final String CHANGES = """
            select from_status, to_status, count(*),
                   date_bin(make_interval(secs => ?), greatest(at, now() - make_interval(secs => ?)), to_timestamp(0))
                       as slot
            from order_history where seq > ? and seq <= ? and from_status is distinct from to_status
            group by from_status, to_status, slot""";

    /** Of the newest steps, and so of the last seconds where there are many. */
    private static final String PROGRESS = """
            select (select count(*) from (select 1 from orders where status in ('PENDING', 'RESERVED') limit ?) open)
                       as under_way,
                   count(*) filter (where to_status in ('CONFIRMED', 'REJECTED') and from_status <> to_status)
                       / greatest(extract(epoch from clock_timestamp() - min(at)), 1) as pace
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

    private OptionalLong complete = OptionalLong.empty();
    private @Nullable Mark pending;

    /**
     * The last number drawn, and who may still add numbers up to it.
     *
     * @param writers transactions that were writing the history after the number was drawn
     * @param setNanos when, of {@link System#nanoTime}
     */
    private record Mark(long drawn, Set<String> writers, long setNanos) {

        boolean isComplete(Set<String> stillWriting) {
            return Collections.disjoint(writers, stillWriting);
        }
    }

    @Override
    public synchronized OptionalLong complete() {
        long drawn = one(DRAWN, row -> row.getLong(1));
        if (complete.isEmpty() || complete.getAsLong() != drawn) {
            // A statement of its own, because the locks must be looked at after the number was read.
            advance(drawn, Set.copyOf(PlainSql.select(entityManager, WRITERS, row -> row.getString(1))));
        }
        return complete;
    }

    private void advance(long drawn, Set<String> writers) {
        if (pending != null && pending.isComplete(writers)) {
            complete = OptionalLong.of(pending.drawn());
            pending = null;
        }
        if (writers.isEmpty()) {
            complete = OptionalLong.of(drawn);
            pending = null;
        } else if (pending == null && (complete.isEmpty() || complete.getAsLong() != drawn)) {
            pending = new Mark(drawn, writers, System.nanoTime());
        }
    }

    @Override
    public synchronized Duration behind() {
        complete();
        return pending == null ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - pending.setNanos());
    }

    @Override
    public List<OrderStep> between(long after, long until, @Nullable UUID orderId, int limit) {
        return orderId == null
                ? PlainSql.select(entityManager, SELECT + IN_SEQUENCE, SqlOrderSteps::step, after, until, limit)
                : PlainSql.select(
                        entityManager,
                        SELECT + OF_ORDER + IN_SEQUENCE,
                        SqlOrderSteps::step,
                        after,
                        until,
                        orderId,
                        limit);
    }

    @Override
    public long last(long until) {
        return one(
                "select coalesce(max(seq), ?) from order_history where seq <= ?", row -> row.getLong(1), START, until);
    }

    @Override
    public List<CountedChanges> changes(long after, long until, Duration slot, int slots) {
        long seconds = slot.toSeconds();
        return PlainSql.select(
                entityManager, CHANGES, SqlOrderSteps::changes, seconds, seconds * (slots - 1), after, until);
    }

    private static CountedChanges changes(ResultSet row) throws SQLException {
        return new CountedChanges(
                status(row, "from_status"),
                OrderStatus.valueOf(row.getString("to_status")),
                row.getObject("slot", OffsetDateTime.class).toInstant(),
                row.getLong("count"));
    }

    @Override
    public Progress progress(long most) {
        return one(PROGRESS, row -> new Progress(row.getLong("under_way"), row.getDouble("pace")), most);
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

    private static OrderStep step(ResultSet row) throws SQLException {
        return new OrderStep(
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
