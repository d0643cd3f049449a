package dev.orderflow.inventory.persistence;

import static java.util.stream.Collectors.toMap;

import dev.orderflow.inventory.domain.Reservation;
import dev.orderflow.inventory.domain.Reservations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

@ApplicationScoped
class JpaReservations implements Reservations {

    /** Locks rows as they come out of the sort. A join would make Hibernate lock in a second statement, and unsorted. */
    private static final String LOCK = "select r from Reservation r where r.orderId in :orderIds order by r.orderId";

    private static final String WITH_LINES =
            "select r from Reservation r left join fetch r.lines where r.orderId in :orderIds";

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
    public List<Reservation> lockOverdue(Duration age, int limit) {
        List<Reservation> overdue = entityManager
                .createNativeQuery("""
                        select * from reservation
                        where status = 'HELD' and created_at <= now() - :millis * interval '1 ms'
                        order by created_at, order_id limit :limit
                        for no key update skip locked""", Reservation.class)
                .setParameter("millis", age.toMillis())
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

    private List<Reservation> withLines(Collection<UUID> orderIds) {
        return orderIds.isEmpty()
                ? List.of()
                : entityManager
                        .createQuery(WITH_LINES, Reservation.class)
                        .setParameter("orderIds", orderIds)
                        .getResultList();
    }
}
