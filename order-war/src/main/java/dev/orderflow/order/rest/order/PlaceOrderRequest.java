package dev.orderflow.order.rest.order;

import dev.orderflow.chassis.http.parameters.TextRules;
import dev.orderflow.order.application.placing.PlaceOrder;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/** A new order. Prices come from the catalogue. */
public record PlaceOrderRequest(
        @NotNull @Pattern(regexp = IDENTIFIER, message = IDENTIFIER_RULE)
        String customerId,

        @NotNull @Size(min = 1, max = 100, message = "must have 1 to 100 lines")
        List<@NotNull @Valid Line> lines,

        @NotNull @Pattern(regexp = IDENTIFIER, message = IDENTIFIER_RULE)
        String paymentToken) {

    /** Omits the payment token, so that no log contains it. */
    @Override
    public String toString() {
        return "PlaceOrderRequest[customerId=%s, lines=%s]".formatted(customerId, lines);
    }

    /** Has anchors, because a pattern in an OpenAPI document may match any part of a text. */
    public static final String IDENTIFIER = "^[A-Za-z0-9._:@-]{1,64}$";

    public static final String IDENTIFIER_RULE = "must be 1 to 64 letters, digits or . _ : @ -";

    /** A quantity of one SKU. */
    public record Line(
            @NotNull @Pattern(regexp = TextRules.SKU, message = TextRules.SKU_RULE)
            String sku,

            @NotNull
            @Min(value = 1, message = "must be at least 1")
            @Max(value = PlaceOrder.MAX_QUANTITY, message = "must be at most " + PlaceOrder.MAX_QUANTITY)
            Integer quantity) {}

    PlaceOrder.Command toCommand(String key) {
        return new PlaceOrder.Command(
                customerId,
                key,
                lines.stream()
                        .map(line -> new PlaceOrder.Command.Line(line.sku(), line.quantity()))
                        .toList(),
                paymentToken);
    }
}
