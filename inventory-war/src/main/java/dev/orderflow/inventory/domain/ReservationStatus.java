package dev.orderflow.inventory.domain;

/** Where a reservation stands. COMMITTED and RELEASED are final. */
public enum ReservationStatus {
    /** Nothing was heard of the order yet; never stored. */
    ABSENT,
    /** The lines are set aside for the order. */
    HELD,
    /** The lines are sold. */
    COMMITTED,
    /** Nothing is held and nothing ever will be: given back, refused, or cancelled before it was asked for. */
    RELEASED
}
