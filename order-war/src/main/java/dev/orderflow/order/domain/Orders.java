package dev.orderflow.order.domain;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** All orders that were placed. */
public interface Orders {

    /** Adds a row to an order's history, with all others of the transaction before it commits. */
    void add(NewTransition step);

    /** The order with its lines, as it was last committed. */
    Optional<Order> find(UUID id);

    /** The order, locked until the transaction ends. */
    Optional<Order> lock(UUID id);

    /** Locks many orders in one statement, so that {@link #lock} finds them without asking the database. */
    void lockAll(Collection<UUID> ids);

    /** Writes what has changed of an order that this transaction has locked: its status, reason and version. */
    void update(Order order);

    /** Without their lines, newest first. */
    List<Order> list(OrderQuery query);

    /**
     * Locks orders that were placed longer ago than their status allows, oldest first, by the database's clock; skips
     * those that are locked, because somebody is about to change them.
     */
    List<Order> lockOverdue(OrderStatus status, Duration age, int limit);

    /** How long ago the oldest order of each status that is not final was placed; without those that have none. */
    Map<OrderStatus, Duration> oldest();

    /** Writes an order's changes now and reads it back as the database has it then; with its lines. */
    Order refresh(Order order);
}
