package dev.orderflow.inventory.domain;

/**
 * A SKU of which fewer units are available than an order wants.
 *
 * @param wanted in units
 * @param available in units; 0 if the SKU is unknown
 */
public record Shortage(String sku, int wanted, long available) {

    @Override
    public String toString() {
        return "%s (wanted %d, available %d)".formatted(sku, wanted, available);
    }
}
