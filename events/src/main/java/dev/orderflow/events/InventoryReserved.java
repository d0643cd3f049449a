package dev.orderflow.events;

import static dev.orderflow.events.Contract.required;

import java.util.UUID;

/** All lines of the order are reserved; the payment can be charged. */
public record InventoryReserved(UUID orderId, PaymentRequest payment) implements InventoryEvent {

    public InventoryReserved {
        required(orderId, "orderId");
        required(payment, "payment");
    }
}
