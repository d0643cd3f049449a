package dev.orderflow.events;

import static dev.orderflow.events.Contract.required;

import java.util.UUID;

/** The goods are reserved and paid: the order is CONFIRMED. The reservation is to be committed. */
public record OrderConfirmed(UUID orderId) implements OrderEvent {

    public OrderConfirmed {
        required(orderId, "orderId");
    }
}
