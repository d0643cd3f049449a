package dev.orderflow.order.persistence;

import dev.orderflow.order.domain.Order;
import dev.orderflow.order.domain.OrderHistory;
import dev.orderflow.order.domain.Orders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/** Orders in PostgreSQL. */
@ApplicationScoped
class JpaOrders implements Orders {

    @PersistenceContext
    EntityManager entityManager;

    @Override
    public void add(Order order) {
        entityManager.persist(order);
    }

    @Override
    public void add(OrderHistory step) {
        entityManager.persist(step);
    }

    @Override
    public Optional<Order> find(UUID id) {
        return entityManager
                .createQuery("select o from Order o left join fetch o.lines where o.id = :id", Order.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    @Override
    public Optional<Order> lock(UUID id) {
        return Optional.ofNullable(entityManager.find(Order.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    @Override
    public void lockAll(Collection<UUID> ids) {
        entityManager
                .createQuery("select o from Order o where o.id in :ids order by o.id", Order.class)
                .setParameter("ids", ids)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }
}
