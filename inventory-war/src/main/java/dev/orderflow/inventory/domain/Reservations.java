package dev.orderflow.inventory.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The reservations of all orders. */
public interface Reservations {

    /**
     * Locks the reservations with their lines until the transaction ends, in the order of the order ids and with one
     * statement. Changes are written once the reservations are {@linkplain #store stored}.
     *
     * @return by order id, every one; those that are not stored are ABSENT
     */
    Map<UUID, Reservation> lock(Collection<UUID> orderIds);

    /**
     * Locks reservations, with their lines, that have been HELD for longer than the age by the database's clock, and at
     * the end of which, by the events that were handled since, their orders were still open; the oldest first. Skips
     * what others have locked.
     *
     * @param margin beyond the age: until then all events of orders must have been handled, by {@link OrderLowWaterMarks}
     */
    List<Reservation> lockOverdue(Duration age, Duration margin, int limit);

    /**
     * Writes a locked reservation before the transaction ends, in one statement with all others. Call it after each
     * change; the last call counts.
     */
    void store(Reservation reservation);

    /** With its lines. */
    Optional<Reservation> find(UUID orderId);

    /** When the transaction began, by the database's clock. */
    Instant now();
}
