package dev.orderflow.inventory.rest.stock;

import dev.orderflow.inventory.domain.stock.StockBalance;
import jakarta.json.bind.annotation.JsonbPropertyOrder;

/**
 * Stock of a SKU, in units.
 *
 * @param available units that can still be reserved
 * @param version incremented by every change
 */
@JsonbPropertyOrder({"sku", "onHand", "reserved", "available", "version"})
public record StockLevel(String sku, long onHand, long reserved, long available, long version) {

    static StockLevel of(StockBalance level) {
        return new StockLevel(level.sku(), level.onHand(), level.reserved(), level.available(), level.version());
    }
}
