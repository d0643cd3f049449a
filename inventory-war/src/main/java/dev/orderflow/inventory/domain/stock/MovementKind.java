package dev.orderflow.inventory.domain.stock;

/** Why a counter changed. */
public enum MovementKind {
    /** Units were set aside for an order. */
    RESERVED(0, 1),
    /** The order came to nothing: its units are available again. */
    RELEASED(0, -1),
    /** Nobody ended the reservation in time: its units are available again. */
    EXPIRED(0, -1),
    /** The order was confirmed: its units are gone. */
    SOLD(-1, -1),
    /** Goods came in. */
    RECEIVED(1, 0),
    /** A person put the number right by a difference: lost, broken, found. */
    CORRECTED(1, 0),
    /** A person counted what is there; the difference may be 0. */
    COUNTED(1, 0);

    private final int onHandSign;
    private final int reservedSign;

    MovementKind(int onHandSign, int reservedSign) {
        this.onHandSign = onHandSign;
        this.reservedSign = reservedSign;
    }

    /** What so many units change on hand. */
    long onHandChange(long units) {
        return onHandSign * units;
    }

    /** What so many units change in what is reserved. */
    long reservedChange(long units) {
        return reservedSign * units;
    }
}
