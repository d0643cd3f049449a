package dev.orderflow.payment.simulator;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;

/** What is to be charged; the amount in minor units of the currency. */
public record ChargeRequest(
        @NotBlank @Size(max = 100) String orderId,

        @PositiveOrZero long amount,

        @NotNull @Pattern(regexp = "[A-Z]{3}", message = "must be an ISO 4217 code")
        String currency,

        @NotBlank @Size(max = 255) String token) {}
