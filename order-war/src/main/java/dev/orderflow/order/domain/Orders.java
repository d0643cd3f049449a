package dev.orderflow.order.domain;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The repository of orders. */
public interface Orders {

    /** Appends to the order history. Rows of a transaction are written together before its commit. */
    void append(NewTransition transition);

    /** Returns the order with its lines, as last committed. */
    Optional<Order> find(UUID id);

    /** Returns the order, locked until the transaction ends. */
    Optional<Order> lock(UUID id);

    /** Locks orders in one statement, so that {@link #lock} needs no further query. */
    void lockAll(Collection<UUID> ids);

    /** Writes status, reason and version of an order that this transaction has locked. */
    void update(Order order);

    /** Returns orders without their lines, newest first. */
    List<Order> list(OrderQuery query);

    /**
     * Locks overdue orders, oldest first. Skips orders that another transaction has locked.
     *
     * @param age minimum time since the order was placed, by the database's clock
     */
    List<Order> lockOverdue(OrderStatus status, Duration age, int limit);

    /** Returns the age of the oldest order in each status that is not final. A status without orders is absent. */
    Map<OrderStatus, Duration> oldest();

    /** Writes pending changes now, and reads the order back with its lines. */
    Order refresh(Order order);
}
