package dev.orderflow.events;

import static dev.orderflow.events.Contract.required;

import java.util.UUID;

/**
 * The system said no: the order is REJECTED. What was reserved is to be released.
 *
 * @param reason OUT_OF_STOCK or PAYMENT_DECLINED
 */
public record OrderRejected(UUID orderId, String reason) implements OrderEvent {

    public OrderRejected {
        required(orderId, "orderId");
        required(reason, "reason");
    }
}
