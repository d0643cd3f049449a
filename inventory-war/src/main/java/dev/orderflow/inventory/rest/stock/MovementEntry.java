package dev.orderflow.inventory.rest.stock;

import static java.util.Objects.requireNonNull;

import dev.orderflow.inventory.domain.stock.MovementKind;
import dev.orderflow.inventory.domain.stock.StockMovement;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of the stock ledger.
 *
 * @param quantity units that came; negative where they went, 0 where none moved
 * @param reservedChange units that were reserved; negative where they were sold or given back
 * @param onHand what was there afterwards
 * @param reserved what of that was reserved afterwards
 * @param reason given with an adjustment
 * @param orderId for whom units were reserved, given back or sold
 */
@JsonbPropertyOrder({"id", "kind", "quantity", "reservedChange", "onHand", "reserved", "reason", "orderId", "at"})
public record MovementEntry(
        UUID id,
        MovementKind kind,
        long quantity,
        long reservedChange,
        long onHand,
        long reserved,
        @Nullable String reason,
        @Nullable UUID orderId,
        Instant at) {

    static MovementEntry of(StockMovement movement) {
        return new MovementEntry(
                movement.id(),
                movement.kind(),
                movement.quantity(),
                movement.reservedChange(),
                movement.after().onHand(),
                movement.after().reserved(),
                movement.reason(),
                movement.orderId(),
                requireNonNull(movement.at()));
    }
}
