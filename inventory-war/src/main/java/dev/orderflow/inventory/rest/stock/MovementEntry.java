package dev.orderflow.inventory.rest.stock;

import static java.util.Objects.requireNonNull;

import dev.orderflow.inventory.domain.stock.MovementKind;
import dev.orderflow.inventory.domain.stock.StockMovement;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stock movement. Quantities are in units.
 *
 * @param quantity change of the units on hand; 0 if only the reserved units change
 * @param reservedChange change of the reserved units; negative when a reservation is committed, released or expires
 * @param onHand units on hand after the movement
 * @param reserved units of these that are reserved after the movement
 * @param reason reason of an adjustment; null otherwise
 * @param orderId order of the reservation; null for an adjustment
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
