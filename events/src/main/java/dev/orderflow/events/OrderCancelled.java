package dev.orderflow.events;

import static dev.orderflow.events.Contract.required;

import java.util.UUID;

/**
 * A person or a deadline said no: the order is CANCELLED. What was reserved is released, what was charged is refunded.
 *
 * @param reason CANCELLED_BY_CUSTOMER or EXPIRED
 */
public record OrderCancelled(UUID orderId, String reason) implements OrderEvent {

    public OrderCancelled {
        required(orderId, "orderId");
        required(reason, "reason");
    }
}
