package dev.orderflow.inventory.rest.stock;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** From when on stock is low. */
@Schema(examples = """
        {"lowAt": 10}""")
public record Threshold(
        @Schema(
                required = true,
                description = "Stock is low while fewer units than this are available; 0 disables it",
                examples = "10")
        @NotNull
        @Min(0)
        @Max(1_000_000_000)
        Long lowAt) {}
