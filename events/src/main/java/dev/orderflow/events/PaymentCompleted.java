package dev.orderflow.events;

import static dev.orderflow.events.Contract.positive;
import static dev.orderflow.events.Contract.required;

import java.util.UUID;

/**
 * The order's total was charged, exactly once.
 *
 * @param amount in minor units of the currency; more than zero
 * @param currency ISO 4217 code
 */
public record PaymentCompleted(UUID orderId, long amount, String currency) implements PaymentEvent {

    public PaymentCompleted {
        required(orderId, "orderId");
        positive(amount, "amount");
        required(currency, "currency");
    }
}
