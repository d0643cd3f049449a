package dev.orderflow.inventory.rest.stock;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/** Stock is low while fewer units than this are available; 0 disables the threshold. */
public record Threshold(@NotNull @Min(0) @Max(1_000_000_000) Long lowAt) {}
