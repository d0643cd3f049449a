package dev.orderflow.order.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * One SKU of an order, with the name and price at the time of the order.
 *
 * @param unitPrice in minor units of the order's currency
 */
@Embeddable
public record OrderLine(
        String sku,
        String name,
        int quantity,
        @Column(name = "unit_price") long unitPrice) {

    /** Returns the total of the line in minor units. */
    public long total() {
        return Math.multiplyExact(unitPrice, quantity);
    }
}
