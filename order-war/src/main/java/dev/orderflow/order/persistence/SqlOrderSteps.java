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
 * <p>A number of the sequence is drawn before its transaction commits. So the last number drawn is marked together with the
 * next transaction id of that moment; once every transaction below that id has ended, all numbers up to the mark have appeared
 * or never will, and the next mark is set.
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
    private static final String TRANSACTIONS = """
            select pg_snapshot_xmin(pg_current_snapshot())::text::bigint, pg_snapshot_xmax(pg_current_snapshot())::text::bigint""";

    @PersistenceContext
    EntityManager entityManager;

    private OptionalLong complete = OptionalLong.empty();
    private @Nullable Mark pending;

    /**
     * The last number drawn, and the transactions of a moment after that.
     *
     * @param oldest that still runs
     * @param next that has not begun
     */
    private record Mark(long drawn, long oldest, long next) {

        boolean isComplete(Mark now) {
            return now.oldest >= next;
        }
    }

    @Override
    public synchronized OptionalLong complete() {
        Mark now = entityManager.<Connection, Mark>callWithConnection(SqlOrderSteps::mark);
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
        return complete;
    }

    /** Two statements, because the snapshot must be taken after the number was read. */
    private static Mark mark(Connection connection) throws SQLException {
        try (var drawn = connection.prepareStatement(DRAWN);
                var transactions = connection.prepareStatement(TRANSACTIONS);
                ResultSet number = drawn.executeQuery()) {
            number.next();
            try (ResultSet ids = transactions.executeQuery()) {
                ids.next();
                return new Mark(number.getLong(1), ids.getLong(1), ids.getLong(2));
            }
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
