package dev.orderflow.inventory.rest;

import dev.orderflow.inventory.domain.MovementKind;
import dev.orderflow.inventory.domain.StockMovement;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of the stock ledger.
 *
 * @param quantity units that came; negative where they went
 * @param onHand what was there afterwards
 * @param reserved what of that was reserved afterwards
 * @param reason given with an adjustment
 * @param orderId to whom units were sold
 */
@JsonbPropertyOrder({"id", "kind", "quantity", "onHand", "reserved", "reason", "orderId", "at"})
public record MovementEntry(
        UUID id,
        MovementKind kind,
        long quantity,
        long onHand,
        long reserved,
        @Nullable String reason,
        @Nullable UUID orderId,
        @Nullable Instant at) {

    static MovementEntry of(StockMovement movement) {
        return new MovementEntry(
                movement.id(),
                movement.kind(),
                movement.quantity(),
                movement.after().onHand(),
                movement.after().reserved(),
                movement.reason(),
                movement.orderId(),
                movement.at());
    }
}
