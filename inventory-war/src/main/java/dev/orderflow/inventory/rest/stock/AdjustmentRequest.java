package dev.orderflow.inventory.rest.stock;

import dev.orderflow.chassis.http.Problem.FieldError;
import dev.orderflow.chassis.http.json.ConsistentBody;
import dev.orderflow.chassis.http.json.CrossFieldRules;
import dev.orderflow.chassis.http.parameters.TextRules;
import dev.orderflow.inventory.domain.stock.AdjustmentKind;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A manual adjustment of stock, in units. The kind decides which quantities are valid. */
@ConsistentBody
public record AdjustmentRequest(
        @NotNull AdjustmentKind kind,

        @NotNull Integer quantity,

        @NotNull
        @Pattern(
                regexp = TextRules.VISIBLE + "[\\s\\S]{1,200}$",
                message = "must have 1 to 200 characters, at least one of them visible")
        String reason)
        implements CrossFieldRules {

    private static final int MOST_AT_ONCE = 1_000_000;
    private static final int MOST = 1_000_000_000;

    @Override
    public List<FieldError> violations() {
        @Nullable AdjustmentKind given = kind;
        @Nullable Integer units = quantity;
        if (given == null || units == null) {
            return List.of();
        }
        return switch (given) {
            case RECEIVE ->
                unless(units >= 1 && units <= MOST_AT_ONCE, "must be 1 to " + MOST_AT_ONCE + " for RECEIVE");
            case CORRECT ->
                unless(
                        units != 0 && units >= -MOST_AT_ONCE && units <= MOST_AT_ONCE,
                        "must be -" + MOST_AT_ONCE + " to " + MOST_AT_ONCE + " but not 0 for CORRECT");
            case COUNT -> unless(units >= 0 && units <= MOST, "must be 0 to " + MOST + " for COUNT");
        };
    }

    private static List<FieldError> unless(boolean possible, String rule) {
        return possible ? List.of() : List.of(new FieldError("quantity", rule));
    }
}
