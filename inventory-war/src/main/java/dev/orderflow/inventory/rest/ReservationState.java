package dev.orderflow.inventory.rest;

import static java.util.Objects.requireNonNull;

import dev.orderflow.inventory.domain.Reservation;
import dev.orderflow.inventory.domain.ReservationStatus;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The reservation of an order.
 *
 * @param lines units that are or were held; empty if none ever were
 */
@JsonbPropertyOrder({"orderId", "status", "lines", "createdAt", "updatedAt"})
public record ReservationState(
        UUID orderId, ReservationStatus status, List<Line> lines, Instant createdAt, Instant updatedAt) {

    /** A quantity of one SKU. */
    @JsonbPropertyOrder({"sku", "quantity"})
    public record Line(String sku, int quantity) {}

    static ReservationState of(Reservation reservation) {
        List<Line> lines = reservation.lines().entrySet().stream()
                .map(line -> new Line(line.getKey(), line.getValue()))
                .toList();
        return new ReservationState(
                reservation.orderId(),
                reservation.status(),
                lines,
                requireNonNull(reservation.createdAt()),
                requireNonNull(reservation.updatedAt()));
    }
}
