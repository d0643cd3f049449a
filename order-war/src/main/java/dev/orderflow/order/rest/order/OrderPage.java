package dev.orderflow.order.rest.order;

import dev.orderflow.chassis.http.paging.Page;
import dev.orderflow.order.domain.Order;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A page of orders, newest first.
 *
 * @param next what {@code after} of the next page is; null on the last one
 */
@JsonbNillable
@JsonbPropertyOrder({"items", "next"})
@Schema(
        name = "OrderPage",
        requiredProperties = {"items", "next"},
        examples = """
                {"items": [{"id": "01a206f8-021f-7798-a2bc-15cc07700889", "status": "CONFIRMED", "reason": null,
                  "customerId": "c-42", "currency": "EUR", "total": 5980, "version": 2,
                  "createdAt": "2026-01-31T09:00:00.123456Z", "updatedAt": "2026-01-31T09:00:01.5Z"}],
                 "next": "AAZPVtNogAABogb4Ah93mKK8FcwHcAiJ"}""")
public record OrderPage(
        List<OrderSummary> items,
        @Schema(nullable = true) @Nullable String next) {

    static OrderPage of(Page<Order> page) {
        return new OrderPage(page.items().stream().map(OrderSummary::of).toList(), page.next());
    }
}
