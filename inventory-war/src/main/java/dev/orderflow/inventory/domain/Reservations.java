package dev.orderflow.inventory.domain;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The reservations of all orders. */
public interface Reservations {

    /**
     * Locks the reservations with their lines until the transaction ends, in the sequence of the order ids and in two
     * statements at most.
     *
     * @return by order id, every one; those that are not stored are ABSENT
     */
    Map<UUID, Reservation> lock(Collection<UUID> orderIds);

    /** Stores a reservation that was ABSENT; needless for one that was not. */
    void add(Reservation reservation);

    /** With its lines. */
    Optional<Reservation> find(UUID orderId);
}
