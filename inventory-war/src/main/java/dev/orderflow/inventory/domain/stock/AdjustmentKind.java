package dev.orderflow.inventory.domain.stock;

/** How a person changes what is on hand. */
public enum AdjustmentKind {
    /** Goods came in: the quantity is added. */
    RECEIVE(MovementKind.RECEIVED),
    /** The number is wrong by the quantity, which is added, or taken away where it is negative. */
    CORRECT(MovementKind.CORRECTED),
    /** There is exactly the quantity. */
    COUNT(MovementKind.COUNTED);

    private final MovementKind movement;

    AdjustmentKind(MovementKind movement) {
        this.movement = movement;
    }

    MovementKind movement() {
        return movement;
    }
}
