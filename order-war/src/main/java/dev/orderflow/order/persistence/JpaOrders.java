package dev.orderflow.order.persistence;

import dev.orderflow.chassis.sql.BatchedWrites;
import dev.orderflow.chassis.sql.BatchedWrites.Statement;
import dev.orderflow.chassis.work.TransactionEnd;
import dev.orderflow.order.domain.NewTransition;
import dev.orderflow.order.domain.Order;
import dev.orderflow.order.domain.OrderQuery;
import dev.orderflow.order.domain.OrderStatus;
import dev.orderflow.order.domain.Orders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Orders in PostgreSQL. Orders are read as entities. All changes of a transaction are written in one statement. */
@ApplicationScoped
class JpaOrders implements Orders {

    /**
     * If the order was changed after it was read (it was not locked), this sets the version to null, which the column
     * rejects.
     */
    private static final Statement UPDATE = Statement.of("id uuid, status text, reason text, version bigint", """
            update orders set status = given.status, reason = given.reason, updated_at = now(),
                version = case when orders.version < given.version then given.version end
            from %s where orders.id = given.id""");

    private static final Statement APPEND = Statement.insert(
            "order_history",
            "order_id uuid, from_status text, to_status text, cause text, event_id uuid, published_event_id uuid,"
                    + " trace_parent text");

    @Inject
    BatchedWrites writes;

    @Inject
    TransactionEnd transactionEnd;

    @PersistenceContext
    EntityManager entityManager;

    @Override
    public void append(NewTransition transition) {
        writes.add(
                APPEND,
                transition.orderId(),
                transition.from(),
                transition.to(),
                transition.cause(),
                transition.eventId(),
                transition.publishedEventId(),
                transition.traceParent());
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
        if (!locked().containsKey(id)) {
            lockAll(List.of(id));
        }
        return Optional.ofNullable(locked().get(id));
    }

    /** Locks in id order, so that two transactions cannot deadlock. */
    @Override
    public void lockAll(Collection<UUID> ids) {
        locked(entityManager
                .createNativeQuery(
                        "select * from orders where id = any(:ids) order by id for no key update", Order.class)
                .setParameter("ids", ids.toArray(UUID[]::new)));
    }

    /** Reads entities that Hibernate does not flush, because {@link #update} writes their changes. */
    @SuppressWarnings("unchecked") // JPA has no typed native query of entities
    private List<Order> locked(Query select) {
        List<Order> orders = select.setHint("org.hibernate.readOnly", true).getResultList();
        orders.forEach(order -> locked().put(order.id(), order));
        return orders;
    }

    /** Returns the orders that the current transaction has locked. */
    private Map<UUID, Order> locked() {
        return transactionEnd.keep(JpaOrders.class, HashMap::new);
    }

    @Override
    public void update(Order order) {
        writes.put(
                UPDATE,
                order.id(),
                order.status().name(),
                order.reason() == null ? null : order.reason().name(),
                order.version());
    }

    /** Names the status as a literal: the generic plan for a parameter reads all orders to find the few in progress. */
    @Override
    public List<Order> list(OrderQuery query) {
        List<String> conditions = new ArrayList<>();
        Map<String, Object> parameters = new HashMap<>();
        if (query.status() != null) {
            conditions.add("o.status = " + query.status());
        }
        restrict(conditions, parameters, "o.customerId = :customerId", "customerId", query.customerId());
        restrict(conditions, parameters, "o.createdAt >= :from", "from", query.from());
        restrict(conditions, parameters, "o.createdAt < :to", "to", query.to());
        OrderQuery.Cursor after = query.after();
        if (after != null) {
            restrict(conditions, parameters, "(o.createdAt, o.id) < (:at, :id)", "at", after.createdAt());
            parameters.put("id", after.id());
        }
        String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        var select = entityManager.createQuery(
                "select o from Order o" + where + " order by o.createdAt desc, o.id desc", Order.class);
        parameters.forEach(select::setParameter);
        return select.setMaxResults(query.limit()).getResultList();
    }

    private static void restrict(
            List<String> conditions,
            Map<String, Object> parameters,
            String condition,
            String parameter,
            @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            parameters.put(parameter, value);
        }
    }

    /** Names the status as a literal, like {@link #list}. */
    @Override
    public List<Order> lockOverdue(OrderStatus status, Duration age, int limit) {
        return locked(entityManager
                .createNativeQuery("""
                        select * from orders
                        where status = '%s' and created_at < now() - :seconds * interval '1 second'
                        order by created_at, id limit :limit
                        for no key update skip locked""".formatted(status), Order.class)
                .setParameter("seconds", age.toSeconds())
                .setParameter("limit", limit));
    }

    @Override
    public Map<OrderStatus, Duration> oldest() {
        Map<OrderStatus, Duration> ages = new EnumMap<>(OrderStatus.class);
        entityManager
                .createQuery("""
                        select o.status, min(o.createdAt), instant from Order o
                        where o.status in (PENDING, RESERVED) group by o.status""", Oldest.class)
                .getResultList()
                .forEach(oldest -> ages.put(oldest.status(), Duration.between(oldest.createdAt(), oldest.now())));
        return ages;
    }

    private record Oldest(OrderStatus status, Instant createdAt, Instant now) {}

    @Override
    public Order refresh(Order order) {
        writes.flush();
        entityManager.detach(order);
        return find(order.id()).orElseThrow();
    }
}
