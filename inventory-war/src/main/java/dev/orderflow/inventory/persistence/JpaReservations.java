package dev.orderflow.inventory.persistence;

import static java.util.stream.Collectors.toMap;

import dev.orderflow.inventory.domain.Reservation;
import dev.orderflow.inventory.domain.Reservations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

@ApplicationScoped
class JpaReservations implements Reservations {

    private static final String WITH_LINES =
            "select r from Reservation r left join fetch r.lines where r.orderId in :orderIds order by r.orderId";

    @PersistenceContext
    EntityManager entityManager;

    @Override
    public Map<UUID, Reservation> lock(Collection<UUID> orderIds) {
        Map<UUID, Reservation> known = entityManager
                .createQuery(WITH_LINES, Reservation.class)
                .setParameter("orderIds", orderIds)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .stream()
                .collect(toMap(Reservation::orderId, Function.identity()));
        return orderIds.stream().collect(toMap(Function.identity(), id -> known.getOrDefault(id, new Reservation(id))));
    }

    @Override
    public void add(Reservation reservation) {
        entityManager.persist(reservation);
    }

    @Override
    public Optional<Reservation> find(UUID orderId) {
        return entityManager
                .createQuery(WITH_LINES, Reservation.class)
                .setParameter("orderIds", List.of(orderId))
                .getResultList()
                .stream()
                .findFirst();
    }
}
