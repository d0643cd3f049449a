package dev.orderflow.inventory.domain.stock;

/** The kinds of adjustments. */
public enum AdjustmentKind {
    /** Goods arrived: adds the quantity. */
    RECEIVE(MovementKind.RECEIVED),
    /** Corrects the number by the quantity, which may be negative. */
    CORRECT(MovementKind.CORRECTED),
    /** A stocktake: sets the number to the quantity. */
    COUNT(MovementKind.COUNTED);

    private final MovementKind movement;

    AdjustmentKind(MovementKind movement) {
        this.movement = movement;
    }

    MovementKind movement() {
        return movement;
    }
}
