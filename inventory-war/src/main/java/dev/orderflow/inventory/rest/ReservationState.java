package dev.orderflow.inventory.rest;

import dev.orderflow.inventory.domain.Reservation;
import dev.orderflow.inventory.domain.ReservationStatus;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The reservation of an order.
 *
 * @param lines what is or was held; empty where nothing ever was
 */
@JsonbPropertyOrder({"orderId", "status", "lines", "createdAt", "updatedAt"})
@Schema(
        name = "Reservation",
        requiredProperties = {"orderId", "status", "lines", "createdAt", "updatedAt"},
        examples = """
                {"orderId": "01a206f8-021f-7798-a2bc-15cc07700889", "status": "HELD", "lines": [{"sku": \
                "BOOK-001", "quantity": 2}],
                 "createdAt": "2026-01-31T09:00:00.123456Z", "updatedAt": "2026-01-31T09:00:00.123456Z"}""")
public record ReservationState(
        UUID orderId,
        ReservationStatus status,
        List<Line> lines,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt) {

    /** How many units of which SKU. */
    @JsonbPropertyOrder({"sku", "quantity"})
    @Schema(
            name = "ReservationLine",
            requiredProperties = {"sku", "quantity"})
    public record Line(String sku, int quantity) {}

    static ReservationState of(Reservation reservation) {
        List<Line> lines = reservation.lines().entrySet().stream()
                .map(line -> new Line(line.getKey(), line.getValue()))
                .toList();
        return new ReservationState(
                reservation.orderId(), reservation.status(), lines, reservation.createdAt(), reservation.updatedAt());
    }
}
