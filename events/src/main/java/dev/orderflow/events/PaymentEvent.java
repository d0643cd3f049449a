package dev.orderflow.events;

import static dev.orderflow.events.ContractGuards.positive;
import static dev.orderflow.events.ContractGuards.required;

import java.util.UUID;

/** Published by the payment service. */
public sealed interface PaymentEvent extends SagaEvent {

    /**
     * The order's total was charged, exactly once.
     *
     * @param amount in minor units of the currency; more than zero
     * @param currency ISO 4217 code
     */
    record PaymentCompleted(UUID orderId, long amount, String currency) implements PaymentEvent {

        public PaymentCompleted {
            required(orderId, "orderId");
            positive(amount, "amount");
            required(currency, "currency");
        }
    }

    /**
     * Nothing was charged, and nothing will be.
     *
     * @param reason the gateway's reason
     */
    record PaymentFailed(UUID orderId, String reason) implements PaymentEvent {

        public PaymentFailed {
            required(orderId, "orderId");
            required(reason, "reason");
        }
    }

    /**
     * The whole charge of an order that ended without goods was refunded.
     *
     * @param amount in minor units of the currency; more than zero
     * @param currency ISO 4217 code
     */
    record PaymentRefunded(UUID orderId, long amount, String currency) implements PaymentEvent {

        public PaymentRefunded {
            required(orderId, "orderId");
            positive(amount, "amount");
            required(currency, "currency");
        }
    }
}
