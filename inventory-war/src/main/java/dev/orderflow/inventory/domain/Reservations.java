package dev.orderflow.inventory.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The repository of reservations. */
public interface Reservations {

    /**
     * Locks reservations with their lines until the transaction ends, in the order of the order ids and with one
     * statement. {@link #store} writes their changes.
     *
     * @return all of them by order id; a reservation that is not stored is ABSENT
     */
    Map<UUID, Reservation> lock(Collection<UUID> orderIds);

    /**
     * Locks overdue reservations with their lines, oldest first. Overdue means HELD for longer than the age by the
     * database's clock, while the events that were handled since did not end the order. Skips rows that others have
     * locked.
     *
     * @param margin beyond the age: {@link OrderLowWaterMarks} must have passed age and margin
     */
    List<Reservation> lockOverdue(Duration age, Duration margin, int limit);

    /**
     * Schedules a locked reservation to be written before the commit, in one statement with all others. Call it after
     * each change. The last call counts.
     */
    void store(Reservation reservation);

    /** Returns the reservation with its lines. */
    Optional<Reservation> find(UUID orderId);

    /** Returns the start of the transaction by the database's clock. */
    Instant now();
}
