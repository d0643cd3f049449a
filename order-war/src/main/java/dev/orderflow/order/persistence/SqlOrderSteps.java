package dev.orderflow.order.persistence;

import dev.orderflow.order.domain.OrderStatus;
import dev.orderflow.order.domain.OrderStep;
import dev.orderflow.order.domain.OrderSteps;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Steps in PostgreSQL, in SQL, because how far their sequence is complete hangs on transaction ids, which JPA does not know.
 *
 * <p>A number of the sequence is drawn before its transaction commits, and after that transaction got its id. So the last number
 * drawn is marked together with a transaction id of our own, drawn later; once every transaction below that id has ended, all
 * numbers up to the mark have appeared or never will, and the next mark is set. An id of our own, because no snapshot tells of
 * the newest one: {@code pg_snapshot_xmax} is that after the last one that has ended.
 */
@ApplicationScoped
class SqlOrderSteps implements OrderSteps {

    private static final String SELECT = """
            select seq, order_id, from_status, to_status, cause, event_id, trace_parent, at
            from order_history where seq > ? and seq <= ?""";
    private static final String OF_ORDER = " and order_id = ?";
    private static final String IN_SEQUENCE = " order by seq limit ?";

    private static final String DRAWN =
            "select case when is_called then last_value else 0 end from order_history_seq_seq";
    private static final String TRANSACTIONS =
            "select pg_snapshot_xmin(pg_current_snapshot())::text::bigint, pg_current_xact_id()::text::bigint";

    @PersistenceContext
    EntityManager entityManager;

    private OptionalLong complete = OptionalLong.empty();
    private @Nullable Mark pending;

    /**
     * The last number drawn, and the transactions of a moment after that.
     *
     * @param oldest that still runs
     * @param own that began after the number was drawn
     */
    private record Mark(long drawn, long oldest, long own) {

        boolean isComplete(Mark now) {
            return now.oldest >= own;
        }
    }

    @Override
    public synchronized OptionalLong complete() {
        return entityManager.<Connection, OptionalLong>callWithConnection(connection -> {
            long drawn = numbers(connection, DRAWN)[0];
            if (complete.isEmpty() || complete.getAsLong() != drawn) {
                // A statement of its own, because the snapshot must be taken after the number was read.
                long[] transactions = numbers(connection, TRANSACTIONS);
                advance(new Mark(drawn, transactions[0], transactions[1]));
            }
            return complete;
        });
    }

    private void advance(Mark now) {
        if (pending != null && pending.isComplete(now)) {
            complete = OptionalLong.of(pending.drawn());
            pending = null;
        }
        if (now.isComplete(now)) {
            complete = OptionalLong.of(now.drawn());
            pending = null;
        } else if (pending == null) {
            pending = now;
        }
    }

    private static long[] numbers(Connection connection, String sql) throws SQLException {
        try (var statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            row.next();
            long[] numbers = new long[row.getMetaData().getColumnCount()];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = row.getLong(i + 1);
            }
            return numbers;
        }
    }

    @Override
    public List<OrderStep> between(long after, long until, @Nullable UUID orderId, int limit) {
        return orderId == null
                ? select(SELECT + IN_SEQUENCE, after, until, limit)
                : select(SELECT + OF_ORDER + IN_SEQUENCE, after, until, orderId, limit);
    }

    private List<OrderStep> select(String sql, Object... parameters) {
        return entityManager.<Connection, List<OrderStep>>callWithConnection(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < parameters.length; i++) {
                    statement.setObject(i + 1, parameters[i]);
                }
                try (ResultSet row = statement.executeQuery()) {
                    List<OrderStep> steps = new ArrayList<>();
                    while (row.next()) {
                        steps.add(step(row));
                    }
                    return steps;
                }
            }
        });
    }

    private static OrderStep step(ResultSet row) throws SQLException {
        String from = row.getString("from_status");
        return new OrderStep(
                row.getLong("seq"),
                row.getObject("order_id", UUID.class),
                from == null ? null : OrderStatus.valueOf(from),
                OrderStatus.valueOf(row.getString("to_status")),
                row.getString("cause"),
                row.getObject("event_id", UUID.class),
                row.getString("trace_parent"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
