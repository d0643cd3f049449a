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
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Steps in PostgreSQL, in SQL, because their sequence hangs on transaction ids, which JPA does not know. */
@ApplicationScoped
class SqlOrderSteps implements OrderSteps {

    private static final String SELECT = """
            select tx::text::bigint as tx, seq, order_id, from_status, to_status, cause, event_id, trace_parent, at
            from order_history
            """;

    /** Below it every transaction has ended, so nothing more can appear there. */
    private static final String COMPLETE = "tx < pg_snapshot_xmin(pg_current_snapshot())";

    private static final String AFTER = SELECT + "where (tx, seq) > (?::text::xid8, ?) and " + COMPLETE;
    private static final String OF_ORDER = SELECT + "where order_id = ?";
    private static final String AFTER_OF_ORDER = OF_ORDER + " and (tx, seq) > (?::text::xid8, ?) and " + COMPLETE;
    private static final String IN_SEQUENCE = " order by tx, seq limit ?";
    private static final String END = SELECT + "where " + COMPLETE + " order by tx desc, seq desc limit 1";

    @PersistenceContext
    EntityManager entityManager;

    @Override
    public OrderStep.Position end() {
        List<OrderStep> last = select(END);
        return last.isEmpty() ? OrderStep.Position.START : last.getFirst().position();
    }

    @Override
    public List<OrderStep> after(OrderStep.Position position, @Nullable UUID orderId, int limit) {
        String transaction = Long.toUnsignedString(position.transaction());
        return orderId == null
                ? select(AFTER + IN_SEQUENCE, transaction, position.sequence(), limit)
                : select(AFTER_OF_ORDER + IN_SEQUENCE, orderId, transaction, position.sequence(), limit);
    }

    @Override
    public List<OrderStep> of(UUID orderId, int limit) {
        return select(OF_ORDER + IN_SEQUENCE, orderId, limit);
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
                new OrderStep.Position(row.getLong("tx"), row.getLong("seq")),
                row.getObject("order_id", UUID.class),
                from == null ? null : OrderStatus.valueOf(from),
                OrderStatus.valueOf(row.getString("to_status")),
                row.getString("cause"),
                row.getObject("event_id", UUID.class),
                row.getString("trace_parent"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
