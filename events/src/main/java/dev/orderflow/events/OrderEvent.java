package dev.orderflow.events;

import static dev.orderflow.events.ContractGuards.notEmpty;
import static dev.orderflow.events.ContractGuards.positive;
import static dev.orderflow.events.ContractGuards.required;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Published by the order service. */
public sealed interface OrderEvent extends SagaEvent {

    /**
     * An order was placed; it is PENDING. Each SKU stands in one line only.
     *
     * @param expiresAt when it is cancelled if it is still PENDING, by the order service's database clock; null in
     * older events
     */
    record OrderCreated(
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

    /** The goods are reserved and paid: the order is CONFIRMED. The reservation is to be committed. */
    record OrderConfirmed(UUID orderId) implements OrderEvent {

        public OrderConfirmed {
            required(orderId, "orderId");
        }
    }

    /**
     * The system said no: the order is REJECTED. What was reserved is to be released.
     *
     * @param reason OUT_OF_STOCK or PAYMENT_DECLINED
     */
    record OrderRejected(UUID orderId, String reason) implements OrderEvent {

        public OrderRejected {
            required(orderId, "orderId");
            required(reason, "reason");
        }
    }

    /**
     * A person or a deadline cancelled the order. Its reservation is released, and what was charged is refunded.
     *
     * @param reason CANCELLED_BY_CUSTOMER or EXPIRED
     */
    record OrderCancelled(UUID orderId, String reason) implements OrderEvent {

        public OrderCancelled {
            required(orderId, "orderId");
            required(reason, "reason");
        }
    }
}
