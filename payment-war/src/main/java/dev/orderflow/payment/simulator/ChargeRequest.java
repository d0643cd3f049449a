package dev.orderflow.payment.simulator;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is to be charged; the amount in minor units of the currency. */
@Schema(examples = """
        {"orderId": "01a206f8-021f-7798-a2bc-15cc07700889", "amount": 5980, "currency": "EUR", "token": "tok_approve"}""")
public record ChargeRequest(
        @NotBlank @Size(max = 100) String orderId,

        @PositiveOrZero long amount,

        @NotNull @Pattern(regexp = "[A-Z]{3}", message = "must be an ISO 4217 code")
        String currency,

        @NotBlank @Size(max = 255) String token) {

    /** Without the token: it is as good as money. */
    @Override
    public String toString() {
        return "ChargeRequest[orderId=%s, amount=%d, currency=%s]".formatted(orderId, amount, currency);
    }

    /** The charge that this request has just made. */
    Charge charged(String key, String status, @Nullable String reason, Instant createdAt) {
        long captured = status.equals("CAPTURED") ? amount : 0;
        return new Charge(key, orderId, amount, currency, status, reason, captured, 0, createdAt);
    }
}
