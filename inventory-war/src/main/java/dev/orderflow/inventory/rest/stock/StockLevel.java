package dev.orderflow.inventory.rest.stock;

import dev.orderflow.inventory.domain.stock.StockBalance;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How much there is of a SKU, in units.
 *
 * @param available what can still be reserved
 * @param version rises with every change
 */
@JsonbPropertyOrder({"sku", "onHand", "reserved", "available", "version"})
@Schema(
        requiredProperties = {"sku", "onHand", "reserved", "available", "version"},
        examples = """
                {"sku": "BOOK-001", "onHand": 1000000, "reserved": 2, "available": 999998, "version": 4}""")
public record StockLevel(String sku, long onHand, long reserved, long available, long version) {

    static StockLevel of(StockBalance level) {
        return new StockLevel(level.sku(), level.onHand(), level.reserved(), level.available(), level.version());
    }
}
