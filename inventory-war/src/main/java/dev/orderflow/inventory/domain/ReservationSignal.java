package dev.orderflow.inventory.domain;

/** What can happen to a reservation. */
public enum ReservationSignal {
    /** Reserve all lines; the stock suffices. */
    RESERVE,
    /** Reserve all lines; at least one is short. */
    RESERVE_SHORT,
    /** The order was confirmed. */
    COMMIT,
    /** The order was rejected or cancelled. */
    RELEASE,
    /** The reservation was held for too long. */
    EXPIRE
}
