package dev.orderflow.inventory.domain;

/** Where a reservation stands. COMMITTED, RELEASED and EXPIRED are final. */
public enum ReservationStatus {
    /** Nothing was heard of the order yet; never stored. */
    ABSENT,
    /** The lines are set aside for the order. */
    HELD,
    /** The lines are sold. */
    COMMITTED,
    /** Nothing is held and nothing ever will be: given back, refused, or cancelled before it was asked for. */
    RELEASED,
    /** It was held for too long, and given back: its order is being cancelled. */
    EXPIRED
}
