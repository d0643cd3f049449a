package dev.orderflow.inventory.domain.stock;

/**
 * What a person asks to be changed.
 *
 * @param quantity units, as the kind says
 * @param key chosen by the client, the same each time it sends this adjustment
 */
public record StockAdjustment(String sku, AdjustmentKind kind, int quantity, String reason, String key) {

    /** Whether there may be fewer units afterwards. */
    public boolean maySubtract() {
        return kind == AdjustmentKind.COUNT || quantity < 0;
    }

    /** What is on hand afterwards, of so much before. */
    long target(long onHand) {
        return kind == AdjustmentKind.COUNT ? quantity : Math.addExact(onHand, quantity);
    }
}
