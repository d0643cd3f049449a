package dev.orderflow.order.rest.order;

import dev.orderflow.order.domain.Order;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An order in a list, without its lines. */
@JsonbNillable
@JsonbPropertyOrder({"id", "status", "reason", "customerId", "currency", "total", "version", "createdAt", "updatedAt"})
public record OrderSummary(
        UUID id,

        String status,

        @Nullable String reason,

        String customerId,
        String currency,
        long total,
        long version,
        String createdAt,
        String updatedAt) {

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
