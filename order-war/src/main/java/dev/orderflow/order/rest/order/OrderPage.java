package dev.orderflow.order.rest.order;

import dev.orderflow.chassis.http.paging.Page;
import dev.orderflow.order.domain.Order;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of orders, newest first.
 *
 * @param next value of {@code after} for the next page; null on the last page
 */
@JsonbNillable
@JsonbPropertyOrder({"items", "next"})
public record OrderPage(List<OrderSummary> items, @Nullable String next) {

    static OrderPage of(Page<Order> page) {
        return new OrderPage(page.items().stream().map(OrderSummary::of).toList(), page.next());
    }
}
