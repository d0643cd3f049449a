package dev.orderflow.inventory.persistence;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import dev.orderflow.chassis.sql.BatchedWrites;
import dev.orderflow.chassis.sql.PlainSql;
import dev.orderflow.inventory.domain.Reservation;
import dev.orderflow.inventory.domain.ReservationStatus;
import dev.orderflow.inventory.domain.Reservations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class JpaReservations implements Reservations {

    /**
     * Lines are inserted together with their reservation and never changed, so a locked reservation has all of them.
     */
    private static final String LINES = """
            select order_id, status, version, sku, quantity from locked left join reservation_line using (order_id)""";

    /** Locks rows in the order of the sort. */
    private static final String LOCK = """
            with locked as materialized (
                select order_id, status, version from reservation where order_id = any(cast(? as uuid[]))
                order by order_id for no key update)
            """ + LINES;

    private static final String WITH_LINES =
            "select r from Reservation r left join fetch r.lines where r.orderId = :orderId";

    /** Nothing is overdue until every partition has a mark. */
    private static final String OVERDUE = """
            with locked as materialized (
                select r.order_id, r.status, r.version, r.created_at from reservation r, (
                    select min(until) as until from published_orders where kafka_partition < partitions
                    having count(*) = max(partitions)) as published
                where r.status = 'HELD' and r.created_at <= now() - ? * interval '1 ms'
                and r.created_at <= published.until - ? * interval '1 ms'
                order by r.created_at, r.order_id limit ?
                for no key update of r skip locked)
            """ + LINES + " order by created_at, order_id";

    /** Sorted, so that two transactions that insert the same reservations cannot deadlock. */
    private static final BatchedWrites.Statement INSERT = BatchedWrites.Statement.of("order_id uuid, status text", """
            insert into reservation (order_id, status, version)
            select order_id, status, 0 from %s order by order_id""");

    /**
     * If the reservation was changed after it was read (it was not locked), this sets the version to null, which the
     * column rejects.
     */
    private static final BatchedWrites.Statement UPDATE =
            BatchedWrites.Statement.of("order_id uuid, status text, version bigint", """
            update reservation set status = given.status, updated_at = now(),
                version = case reservation.version when given.version then given.version + 1 end
            from %s where reservation.order_id = given.order_id""");

    private static final BatchedWrites.Statement INSERT_LINES =
            BatchedWrites.Statement.insert("reservation_line", "order_id uuid, sku text, quantity integer");

    /** A reservation with one of its lines, or without lines. */
    private record Row(
            UUID orderId,
            ReservationStatus status,
            long version,
            @Nullable String sku,
            int quantity) {

        static Row of(ResultSet row) throws SQLException {
            return new Row(
                    row.getObject("order_id", UUID.class),
                    ReservationStatus.valueOf(row.getString("status")),
                    row.getLong("version"),
                    row.getString("sku"),
                    row.getInt("quantity"));
        }
    }

    @PersistenceContext
    EntityManager entityManager;

    @Inject
    BatchedWrites writes;

    @Override
    public Map<UUID, Reservation> lock(Collection<UUID> orderIds) {
        Map<UUID, Reservation> known =
                select(LOCK, (Object) orderIds.stream().map(UUID::toString).toArray(String[]::new)).stream()
                        .collect(toMap(Reservation::orderId, Function.identity()));
        return orderIds.stream().collect(toMap(Function.identity(), id -> known.getOrDefault(id, new Reservation(id))));
    }

    @Override
    public List<Reservation> lockOverdue(Duration age, Duration margin, int limit) {
        return select(OVERDUE, age.toMillis(), age.plus(margin).toMillis(), limit);
    }

    private List<Reservation> select(String sql, Object... parameters) {
        return PlainSql.select(entityManager, sql, Row::of, parameters).stream()
                .collect(groupingBy(Row::orderId, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(JpaReservations::reservation)
                .toList();
    }

    private static Reservation reservation(List<Row> rows) {
        Row first = rows.getFirst();
        return new Reservation(
                first.orderId(),
                first.status(),
                first.version(),
                rows.stream().filter(row -> row.sku() != null).collect(toMap(Row::sku, Row::quantity)));
    }

    /** Lines are inserted once, because a reservation becomes HELD once and its lines never change. */
    @Override
    public void store(Reservation reservation) {
        UUID orderId = reservation.orderId();
        String status = reservation.status().name();
        if (reservation.isStored()) {
            writes.put(UPDATE, orderId, status, reservation.version());
        } else {
            writes.put(INSERT, orderId, status);
        }
        if (reservation.status() == ReservationStatus.HELD) {
            reservation.lines().forEach((sku, quantity) -> writes.add(INSERT_LINES, orderId, sku, quantity));
        }
    }

    @Override
    public Optional<Reservation> find(UUID orderId) {
        return entityManager
                .createQuery(WITH_LINES, Reservation.class)
                .setParameter("orderId", orderId)
                .getResultStream()
                .findFirst();
    }

    @Override
    public Instant now() {
        return PlainSql.select(entityManager, "select now()", row -> row.getObject(1, OffsetDateTime.class))
                .getFirst()
                .toInstant();
    }
}
