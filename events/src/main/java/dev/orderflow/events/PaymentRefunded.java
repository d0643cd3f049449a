package dev.orderflow.events;

import static dev.orderflow.events.Contract.positive;
import static dev.orderflow.events.Contract.required;

import java.util.UUID;

/**
 * What was charged for an order that came to nothing was given back in full.
 *
 * @param amount in minor units of the currency; more than zero
 * @param currency ISO 4217 code
 */
public record PaymentRefunded(UUID orderId, long amount, String currency) implements PaymentEvent {

    public PaymentRefunded {
        required(orderId, "orderId");
        positive(amount, "amount");
        required(currency, "currency");
    }
}
