package dev.orderflow.order.rest;

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
@Schema(name = "OrderPage")
public record OrderPage(
        List<OrderSummary> items,
        @Schema(nullable = true) @Nullable String next) {}
