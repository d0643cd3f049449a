package dev.orderflow.inventory.domain.stock;

/**
 * How much there is of a SKU, in units.
 *
 * @param onHand in the warehouse
 * @param reserved of those, set aside for orders
 * @param version rises with every change
 */
public record StockBalance(String sku, long onHand, long reserved, long version) {

    /** What can still be reserved. */
    public long available() {
        return onHand - reserved;
    }
}
