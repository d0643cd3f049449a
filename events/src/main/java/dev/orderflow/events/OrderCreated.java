package dev.orderflow.events;

import static dev.orderflow.events.Contract.notEmpty;
import static dev.orderflow.events.Contract.positive;
import static dev.orderflow.events.Contract.required;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order was placed; it is PENDING. Each SKU stands in one line only.
 *
 * @param expiresAt when it is cancelled if it is still PENDING, by the order service's database clock; null in older events
 */
public record OrderCreated(
        UUID orderId,
        String customerId,
        List<Line> lines,
        PaymentRequest payment,
        @Nullable Instant expiresAt) implements OrderEvent {

    public OrderCreated {
        required(orderId, "orderId");
        required(customerId, "customerId");
        lines = notEmpty(lines, "lines");
        required(payment, "payment");
    }

    /** How many units of which SKU. */
    public record Line(String sku, int quantity) {

        public Line {
            required(sku, "sku");
            positive(quantity, "quantity");
        }
    }
}
