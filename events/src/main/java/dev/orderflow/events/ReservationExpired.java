package dev.orderflow.events;

import static dev.orderflow.events.Contract.required;

import java.util.UUID;

/** What was reserved for the order is available again, because nobody has ended the reservation in time. The order must not go on. */
public record ReservationExpired(UUID orderId) implements InventoryEvent {

    public ReservationExpired {
        required(orderId, "orderId");
    }
}
