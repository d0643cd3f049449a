package dev.orderflow.inventory.domain.stock;

/**
 * A person's request to change the units on hand.
 *
 * @param quantity units, with the meaning that the kind defines
 * @param key idempotency key, chosen by the client
 */
public record StockAdjustment(String sku, AdjustmentKind kind, int quantity, String reason, String key) {

    /** Returns whether the units on hand may decrease. */
    public boolean maySubtract() {
        return kind == AdjustmentKind.COUNT || quantity < 0;
    }

    /** Returns the units on hand after the adjustment. */
    long target(long onHand) {
        return kind == AdjustmentKind.COUNT ? quantity : Math.addExact(onHand, quantity);
    }
}
