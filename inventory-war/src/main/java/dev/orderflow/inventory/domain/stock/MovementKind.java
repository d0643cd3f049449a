package dev.orderflow.inventory.domain.stock;

/** The cause of a stock movement. */
public enum MovementKind {
    /** Units were reserved for an order. */
    RESERVED(0, 1),
    /** The order was rejected or cancelled: its units are available again. */
    RELEASED(0, -1),
    /** The reservation expired: its units are available again. */
    EXPIRED(0, -1),
    /** The order was confirmed: its units are sold. */
    SOLD(-1, -1),
    /** Goods arrived. */
    RECEIVED(1, 0),
    /** A person corrected the number by a difference: lost, broken or found. */
    CORRECTED(1, 0),
    /** A person counted the units; the difference may be 0. */
    COUNTED(1, 0);

    private final int onHandSign;
    private final int reservedSign;

    MovementKind(int onHandSign, int reservedSign) {
        this.onHandSign = onHandSign;
        this.reservedSign = reservedSign;
    }

    /** Returns the change of the units on hand. */
    long onHandChange(long units) {
        return onHandSign * units;
    }

    /** Returns the change of the reserved units. */
    long reservedChange(long units) {
        return reservedSign * units;
    }
}
