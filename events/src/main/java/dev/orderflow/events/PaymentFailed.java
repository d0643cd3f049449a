package dev.orderflow.events;

import static dev.orderflow.events.Contract.required;

import java.util.UUID;

/**
 * Nothing was charged and nothing will be.
 *
 * @param reason why, as the gateway put it
 */
public record PaymentFailed(UUID orderId, String reason) implements PaymentEvent {

    public PaymentFailed {
        required(orderId, "orderId");
        required(reason, "reason");
    }
}
