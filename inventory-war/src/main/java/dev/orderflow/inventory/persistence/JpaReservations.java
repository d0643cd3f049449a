package dev.orderflow.inventory.persistence;

import static java.util.stream.Collectors.toMap;

import dev.orderflow.chassis.sql.Sql;
import dev.orderflow.inventory.domain.Reservation;
import dev.orderflow.inventory.domain.Reservations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

@ApplicationScoped
class JpaReservations implements Reservations {

    /**
     * Locks rows as they come out of the sort. A join would make Hibernate lock in a second statement, and unsorted.
     */
    private static final String LOCK = "select r from Reservation r where r.orderId in :orderIds order by r.orderId";

    private static final String WITH_LINES =
            "select r from Reservation r left join fetch r.lines where r.orderId in :orderIds";

    /** While a partition has never been heard of, nothing is overdue. */
    private static final String OVERDUE = """
            select r.* from reservation r, (
                select min(until) as until from published_orders where kafka_partition < partitions
                having count(*) = max(partitions)) as published
            where r.status = 'HELD' and r.created_at <= now() - :age * interval '1 ms'
            and r.created_at <= published.until - (:age + :margin) * interval '1 ms'
            order by r.created_at, r.order_id limit :limit
            for no key update of r skip locked""";

    @PersistenceContext
    EntityManager entityManager;

    @Override
    public Map<UUID, Reservation> lock(Collection<UUID> orderIds) {
        Map<UUID, Reservation> known = entityManager
                .createQuery(LOCK, Reservation.class)
                .setParameter("orderIds", orderIds)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .stream()
                .collect(toMap(Reservation::orderId, Function.identity()));
        withLines(known.keySet());
        return orderIds.stream().collect(toMap(Function.identity(), id -> known.getOrDefault(id, new Reservation(id))));
    }

    @Override
    @SuppressWarnings("unchecked") // JPA has no typed native query of entities
    public List<Reservation> lockOverdue(Duration age, Duration margin, int limit) {
        List<Reservation> overdue = entityManager
                .createNativeQuery(OVERDUE, Reservation.class)
                .setParameter("age", age.toMillis())
                .setParameter("margin", margin.toMillis())
                .setParameter("limit", limit)
                .getResultList();
        withLines(overdue.stream().map(Reservation::orderId).toList());
        return overdue;
    }

    @Override
    public void add(Reservation reservation) {
        entityManager.persist(reservation);
    }

    @Override
    public Optional<Reservation> find(UUID orderId) {
        return withLines(List.of(orderId)).stream().findFirst();
    }

    @Override
    public Instant now() {
        return Sql.select(entityManager, "select now()", row -> row.getObject(1, OffsetDateTime.class))
                .getFirst()
                .toInstant();
    }

    private List<Reservation> withLines(Collection<UUID> orderIds) {
        return orderIds.isEmpty()
                ? List.of()
                : entityManager
                        .createQuery(WITH_LINES, Reservation.class)
                        .setParameter("orderIds", orderIds)
                        .getResultList();
    }
}
