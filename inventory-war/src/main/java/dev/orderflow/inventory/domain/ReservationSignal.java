package dev.orderflow.inventory.domain;

/** What can be asked of a reservation. */
public enum ReservationSignal {
    /** Hold all lines, of which there is enough. */
    RESERVE,
    /** Hold all lines, of which at least one falls short. */
    RESERVE_SHORT,
    /** The order is confirmed. */
    COMMIT,
    /** The order came to nothing. */
    RELEASE,
    /** Nobody has ended the reservation in time. */
    EXPIRE
}
