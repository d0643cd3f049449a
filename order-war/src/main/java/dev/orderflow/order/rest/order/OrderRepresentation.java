package dev.orderflow.order.rest.order;

import dev.orderflow.chassis.http.conditional.VersionTag;
import dev.orderflow.order.domain.Order;
import dev.orderflow.order.domain.OrderLine;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An order in the API. Amounts are in minor units. */
@JsonbNillable
@JsonbPropertyOrder({
    "id",
    "status",
    "reason",
    "customerId",
    "currency",
    "total",
    "lines",
    "version",
    "createdAt",
    "updatedAt"
})
public record OrderRepresentation(
        UUID id,

        String status,

        @Nullable String reason,

        String customerId,
        String currency,

        long total,

        List<Line> lines,

        long version,

        String createdAt,

        String updatedAt) {

    /** The form of this JSON; see {@link VersionTag}. */
    public static final String FORM = "v1";

    static VersionTag tag(long version) {
        return new VersionTag(version, FORM);
    }

    /** A line of the order, with the product's name and price when the order was placed. */
    @JsonbPropertyOrder({"sku", "name", "quantity", "unitPrice"})
    public record Line(String sku, String name, int quantity, long unitPrice) {

        static Line of(OrderLine line) {
            return new Line(line.sku(), line.name(), line.quantity(), line.unitPrice());
        }
    }

    static OrderRepresentation of(Order order) {
        return new OrderRepresentation(
                order.id(),
                order.status().name(),
                order.reason() == null ? null : order.reason().name(),
                order.customerId(),
                order.currency(),
                order.total(),
                order.lines().stream().map(Line::of).toList(),
                order.version(),
                order.createdAt().toString(),
                order.updatedAt().toString());
    }
}
