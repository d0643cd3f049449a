package dev.orderflow.inventory.rest;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How stock is to be adjusted. */
public record AdjustmentRequest(
        @Schema(required = true, description = "Units to add; negative to take away; not 0", examples = "100")
        @NotNull
        @Min(-1_000_000)
        @Max(1_000_000)
        Integer quantity,

        @Schema(required = true, examples = "Delivery 4711") @NotBlank @Size(max = 200)
        String reason) {

    @Schema(hidden = true)
    @AssertTrue(message = "must not be 0")
    public boolean isQuantityNotZero() {
        @Nullable Integer given = quantity;
        return given == null || given != 0;
    }
}
