package dev.orderflow.order.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * One SKU of an order, with name and price as they were when the order was placed.
 *
 * @param unitPrice in minor units of the order's currency
 */
@Embeddable
public record OrderLine(
        String sku,
        String name,
        int quantity,
        @Column(name = "unit_price") long unitPrice) {

    /** What the line costs, in minor units. */
    public long total() {
        return Math.multiplyExact(unitPrice, quantity);
    }
}
