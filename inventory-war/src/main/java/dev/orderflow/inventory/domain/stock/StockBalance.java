package dev.orderflow.inventory.domain.stock;

/**
 * The stock of a SKU in units.
 *
 * @param onHand in the warehouse
 * @param reserved for orders, included in onHand
 * @param version increases with every change
 */
public record StockBalance(String sku, long onHand, long reserved, long version) {

    /** Returns the units that can still be reserved. */
    public long available() {
        return onHand - reserved;
    }
}
