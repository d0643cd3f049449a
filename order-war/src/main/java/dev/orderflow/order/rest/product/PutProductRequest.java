package dev.orderflow.order.rest.product;

import dev.orderflow.chassis.http.parameters.TextRules;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/** Name and price of a product; the price is in minor units. */
public record PutProductRequest(
        @NotNull
        @Pattern(
                regexp = TextRules.VISIBLE + "[^\\x00-\\x1f\\x7f\\p{Cs}]{1,200}$",
                message = "must have 1 to 200 printable characters, at least one of them visible")
        String name,

        @NotNull
        @Min(value = 1, message = "must be at least 1")
        @Max(value = MAX_PRICE, message = "must be at most " + MAX_PRICE)
        Long unitPrice) {

    static final long MAX_PRICE = 1_000_000_000;
}
