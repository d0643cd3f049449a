package dev.orderflow.order.rest.order;

import dev.orderflow.order.domain.Order;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An order in a list: all but its lines. */
@JsonbNillable
@JsonbPropertyOrder({"id", "status", "reason", "customerId", "currency", "total", "version", "createdAt", "updatedAt"})
@Schema(
        name = "OrderSummary",
        requiredProperties = {
            "id",
            "status",
            "reason",
            "customerId",
            "currency",
            "total",
            "version",
            "createdAt",
            "updatedAt"
        })
public record OrderSummary(
        UUID id,

        @Schema(enumeration = {"PENDING", "RESERVED", "CONFIRMED", "REJECTED", "CANCELLED"})
        String status,

        @Schema(
                nullable = true,
                enumeration = {"OUT_OF_STOCK", "PAYMENT_DECLINED", "CANCELLED_BY_CUSTOMER", "EXPIRED"})
        @Nullable
        String reason,

        String customerId,
        String currency,
        long total,
        long version,
        @Schema(format = "date-time") String createdAt,
        @Schema(format = "date-time") String updatedAt) {

    static OrderSummary of(Order order) {
        return new OrderSummary(
                order.id(),
                order.status().name(),
                order.reason() == null ? null : order.reason().name(),
                order.customerId(),
                order.currency(),
                order.total(),
                order.version(),
                order.createdAt().toString(),
                order.updatedAt().toString());
    }
}
