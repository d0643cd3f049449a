package dev.orderflow.events;

import static dev.orderflow.events.Contract.required;

import java.util.UUID;

/**
 * Not one line was reserved, because at least one could not be.
 *
 * @param reason why, for a person to read; names the SKUs that fell short
 */
public record InventoryRejected(UUID orderId, String reason) implements InventoryEvent {

    public InventoryRejected {
        required(orderId, "orderId");
        required(reason, "reason");
    }
}
