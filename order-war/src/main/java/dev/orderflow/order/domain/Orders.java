package dev.orderflow.order.domain;

import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/** All orders. */
public interface Orders {

    void add(Order order);

    /** Adds a row to an order's history. */
    void add(OrderHistory step);

    /** The order with its lines, as it was last committed. */
    Optional<Order> find(UUID id);

    /** The order, locked until the transaction ends. */
    Optional<Order> lock(UUID id);

    /** Locks many orders in one statement, so that {@link #lock} finds them without asking the database. */
    void lockAll(Collection<UUID> ids);
}
