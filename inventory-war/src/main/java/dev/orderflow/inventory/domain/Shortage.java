package dev.orderflow.inventory.domain;

/**
 * A SKU of which an order wants more than there is.
 *
 * @param wanted in units
 * @param available in units; 0 for a SKU that is unknown
 */
public record Shortage(String sku, int wanted, long available) {

    @Override
    public String toString() {
        return "%s (wanted %d, available %d)".formatted(sku, wanted, available);
    }
}
