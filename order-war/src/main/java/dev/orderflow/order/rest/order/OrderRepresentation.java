package dev.orderflow.order.rest.order;

import dev.orderflow.chassis.http.conditional.VersionTag;
import dev.orderflow.order.domain.Order;
import dev.orderflow.order.domain.OrderLine;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An order as a client sees it. Amounts are minor units. */
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
@Schema(
        name = "Order",
        requiredProperties = {
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
        },
        examples = """
                {"id": "01a206f8-021f-7798-a2bc-15cc07700889", "status": "PENDING", "reason": null, \
                "customerId": "c-42",
                 "currency": "EUR", "total": 5980,
                 "lines": [{"sku": "BOOK-001", "name": "The Art of Order", "quantity": 2, "unitPrice": 2990}],
                 "version": 0, "createdAt": "2026-01-31T09:00:00.123456Z", "updatedAt": "2026-01-31T09:00:00.123456Z"}""")
public record OrderRepresentation(
        UUID id,

        @Schema(enumeration = {"PENDING", "RESERVED", "CONFIRMED", "REJECTED", "CANCELLED"})
        String status,

        @Schema(
                nullable = true,
                enumeration = {"OUT_OF_STOCK", "PAYMENT_DECLINED", "CANCELLED_BY_CUSTOMER", "EXPIRED"})
        @Nullable
        String reason,

        String customerId,
        @Schema(description = "ISO 4217") String currency,

        @Schema(description = "Sum of the lines, in minor units")
        long total,

        List<Line> lines,

        @Schema(description = "Incremented by each change; the ETag begins with it")
        long version,

        @Schema(description = "By the database's clock", format = "date-time")
        String createdAt,

        @Schema(format = "date-time") String updatedAt) {

    /** The form of this JSON; see {@link VersionTag}. */
    public static final String FORM = "v1";

    static VersionTag tag(long version) {
        return new VersionTag(version, FORM);
    }

    /** One SKU, with name and price as they were when the order was placed. */
    @JsonbPropertyOrder({"sku", "name", "quantity", "unitPrice"})
    @Schema(
            name = "OrderLine",
            requiredProperties = {"sku", "name", "quantity", "unitPrice"})
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
