package dev.orderflow.audit.sagas;

import dev.orderflow.audit.sources.DatabaseSnapshot;
import dev.orderflow.audit.sources.DatabaseSnapshots;
import dev.orderflow.audit.sources.SortedCursor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads all orders from all databases, one at a time: merges streams that are sorted by order id. */
public final class SagaReader {

    private static final String ORDERS = """
            select id, status, orders.total, currency, version, l.lines, l.total lines_total
            from orders left join (
                select order_id, hashtextextended(string_agg(sku || ' ' || quantity, ',' order by sku collate \
            "C"), 0) lines,
                    sum(unit_price * quantity) total
                from order_line group by order_id) l on l.order_id = id
            order by id""";

    private static final String RESERVATIONS = """
            select order_id, status, version, l.lines
            from reservation left join (
                select order_id, hashtextextended(string_agg(sku || ' ' || quantity, ',' order by sku collate \
            "C"), 0) lines
                from reservation_line group by order_id) l using (order_id)
            order by order_id""";

    private static final String PAYMENTS = """
            select p.order_id, p.status, p.amount, p.currency, p.version,
                coalesce(sum(case e.kind when 'CAPTURE' then e.amount when 'REFUND' then -e.amount end), 0) booked
            from payment p left join payment_entry e using (order_id)
            group by p.order_id
            order by p.order_id""";

    private static final String CHARGES = """
            select coalesce(nullif(order_id, ''), key)::uuid order_id,
                count(*) filter (where kind = 'CAPTURE') captures,
                coalesce(sum(case kind when 'CAPTURE' then m.amount when 'REFUND' then -m.amount end), 0) kept
            from charge left join movement m using (key)
            where coalesce(nullif(order_id, ''), key) ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
            group by 1
            order by 1""";

    private SagaReader() {}

    public static void forEach(DatabaseSnapshots databases, Consumer<SagaState> consumer) {
        try (var orders = databases.orders().cursor(ORDERS, SagaReader::order);
                var reservations = databases.inventory().cursor(RESERVATIONS, SagaReader::reservation);
                var payments = databases.payments().cursor(PAYMENTS, SagaReader::payment);
                var charges = charges(databases.gateway())) {
            @Nullable UUID id = least(orders, reservations, payments, charges);
            while (id != null) {
                SagaState.Order order = orders.take(id);
                SagaState.Reservation reservation = reservations.take(id);
                SagaState.Payment payment = payments.take(id);
                consumer.accept(new SagaState(
                        id,
                        order,
                        reservation,
                        charges == null ? payment : SagaState.Payment.with(payment, charges.take(id))));
                id = least(orders, reservations, payments, charges);
            }
        }
    }

    private static @Nullable SortedCursor<SagaState.Charged> charges(@Nullable DatabaseSnapshot gateway) {
        return gateway == null ? null : gateway.cursor(CHARGES, SagaReader::charged);
    }

    private static @Nullable UUID least(@Nullable SortedCursor<?>... cursors) {
        UUID least = null;
        for (SortedCursor<?> cursor : cursors) {
            least = cursor == null ? least : SortedCursor.least(least, cursor.id());
        }
        return least;
    }

    private static SagaState.Order order(ResultSet row) throws SQLException {
        return new SagaState.Order(
                row.getString("status"),
                row.getLong("total"),
                row.getString("currency"),
                row.getLong("version"),
                row.getObject("lines", Long.class),
                row.getLong("lines_total"));
    }

    private static SagaState.Reservation reservation(ResultSet row) throws SQLException {
        return new SagaState.Reservation(
                row.getString("status"), row.getLong("version"), row.getObject("lines", Long.class));
    }

    private static SagaState.Payment payment(ResultSet row) throws SQLException {
        return new SagaState.Payment(
                row.getString("status"),
                row.getLong("amount"),
                row.getString("currency"),
                row.getLong("version"),
                row.getLong("booked"),
                0,
                row.getLong("booked"));
    }

    private static SagaState.Charged charged(ResultSet row) throws SQLException {
        return new SagaState.Charged(row.getLong("captures"), row.getLong("kept"));
    }
}
