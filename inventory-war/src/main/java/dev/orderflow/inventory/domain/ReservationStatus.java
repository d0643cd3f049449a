package dev.orderflow.inventory.domain;

/** The status of a reservation. COMMITTED, RELEASED and EXPIRED are final. */
public enum ReservationStatus {
    /** No event of the order has arrived yet. Never stored. */
    ABSENT,
    /** The units are reserved. */
    HELD,
    /** The units are sold. */
    COMMITTED,
    /** Nothing is held and nothing ever will be: released, refused, or cancelled before it was requested. */
    RELEASED,
    /** Held for too long and given back. The order is being cancelled. */
    EXPIRED
}
