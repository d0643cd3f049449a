package dev.orderflow.inventory.rest;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How stock is to be adjusted. The quantity is a decimal, because JSON-B would silently cut off the fraction or the overflow
 * of an int.
 */
public record AdjustmentRequest(
        @Schema(
                type = SchemaType.INTEGER,
                required = true,
                description = "Units to add; negative to take away; not 0",
                examples = "100")
        @NotNull
        @Digits(integer = 7, fraction = 0, message = "must be a whole number")
        @Min(-1_000_000)
        @Max(1_000_000)
        BigDecimal quantity,

        @Schema(required = true, examples = "Delivery 4711") @NotBlank @Size(max = 200)
        String reason) {

    @Schema(hidden = true)
    @AssertTrue(message = "must not be 0")
    public boolean isQuantityNotZero() {
        @Nullable BigDecimal given = quantity;
        return given == null || given.signum() != 0;
    }
}
