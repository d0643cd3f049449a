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
     * An order was placed; it is PENDING. Each SKU occurs in one line only.
     *
     * @param expiresAt when a PENDING order is cancelled, by the order service's database clock; null in older events
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

        public record Line(String sku, int quantity) {

            public Line {
                required(sku, "sku");
                positive(quantity, "quantity");
            }
        }
    }

    /** The goods are reserved and paid: the order is CONFIRMED. Consumers commit the reservation. */
    record OrderConfirmed(UUID orderId) implements OrderEvent {

        public OrderConfirmed {
            required(orderId, "orderId");
        }
    }

    /**
     * The system rejected the order: it is REJECTED. Consumers release the reservation.
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
     * A person or a deadline cancelled the order. Consumers release the reservation and refund the charge.
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
