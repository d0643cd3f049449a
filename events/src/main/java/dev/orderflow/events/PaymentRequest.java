package dev.orderflow.events;

import static dev.orderflow.events.ContractGuards.positive;
import static dev.orderflow.events.ContractGuards.required;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The payment to charge once the goods are reserved. It is part of the saga's events, so the payment service needs no
 * copy of the order.
 *
 * @param amount in minor units of the currency; more than zero
 * @param currency ISO 4217 code
 * @param token single-use reference to the customer's means of payment, made by the gateway; never a card number
 * @param expiresAt when an unpaid order is cancelled, by the order service's database clock; null in older events
 */
public record PaymentRequest(
        long amount,
        String currency,
        String token,
        @Nullable Instant expiresAt) {

    public PaymentRequest {
        positive(amount, "amount");
        required(currency, "currency");
        required(token, "token");
    }

    /** Omits the token: only the gateway may see it. */
    @Override
    public String toString() {
        return "PaymentRequest[amount=%d, currency=%s]".formatted(amount, currency);
    }
}
