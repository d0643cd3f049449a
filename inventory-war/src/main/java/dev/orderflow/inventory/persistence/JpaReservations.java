package dev.orderflow.inventory.persistence;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import dev.orderflow.chassis.sql.BatchedWrites;
import dev.orderflow.chassis.sql.Sql;
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

    /** Lines are inserted together with their reservation and never changed, so those of a locked one are all there. */
    private static final String LINES = """
            select order_id, status, version, sku, quantity from locked left join reservation_line using (order_id)""";

    /** Locks rows as they come out of the sort. */
    private static final String LOCK = """
            with locked as materialized (
                select order_id, status, version from reservation where order_id = any(cast(? as uuid[]))
                order by order_id for no key update)
            """ + LINES;

    private static final String WITH_LINES =
            "select r from Reservation r left join fetch r.lines where r.orderId = :orderId";

    /** While a partition has never been heard of, nothing is overdue. */
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

    /**
     * Of a reservation that several events have changed, the last state; sorted, so that two transactions that insert
     * the same cannot wait for each other in a circle. A version that somebody else has changed becomes null, which is
     * refused: it cannot happen to a row that is locked.
     */
    private static final BatchedWrites.Statement STORE = new BatchedWrites.Statement("""
            with changed as (
                select distinct on (order_id) order_id, status, version
                from unnest(?, ?, ?) with ordinality as given (order_id, status, version, place)
                order by order_id, place desc),
            updated as (
                update reservation set status = changed.status,
                    version = case reservation.version when changed.version then changed.version + 1 end
                from changed where reservation.order_id = changed.order_id and changed.version >= 0)
            insert into reservation (order_id, status, version)
            select order_id, status, 0 from changed where version < 0 order by order_id""", "uuid", "text", "int8");

    private static final BatchedWrites.Statement STORE_LINES = new BatchedWrites.Statement(
            "insert into reservation_line (order_id, sku, quantity) select * from unnest(?, ?, ?)",
            "uuid",
            "text",
            "int4");

    /** A reservation with one of its lines, or with none. */
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
        return Sql.select(entityManager, sql, Row::of, parameters).stream()
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

    /** It becomes HELD once, and has its lines from then on. */
    @Override
    public void store(Reservation reservation) {
        UUID orderId = reservation.orderId();
        writes.add(STORE, orderId, reservation.status().name(), reservation.version());
        if (reservation.status() == ReservationStatus.HELD) {
            reservation.lines().forEach((sku, quantity) -> writes.add(STORE_LINES, orderId, sku, quantity));
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
        return Sql.select(entityManager, "select now()", row -> row.getObject(1, OffsetDateTime.class))
                .getFirst()
                .toInstant();
    }
}
