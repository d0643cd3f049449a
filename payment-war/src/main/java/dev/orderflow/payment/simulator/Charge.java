package dev.orderflow.payment.simulator;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What the gateway did under a key.
 *
 * @param status CAPTURED, DECLINED or VOIDED
 * @param reason why it was declined
 * @param captured what was taken, in minor units
 * @param refunded what was given back, in minor units
 */
@JsonbPropertyOrder({"key", "orderId", "amount", "currency", "status", "reason", "captured", "refunded", "createdAt"})
@Schema(
        requiredProperties = {"key", "orderId", "amount", "currency", "status", "captured", "refunded", "createdAt"},
        examples = """
                {"key": "01a206f8-021f-7798-a2bc-15cc07700889", "orderId": "01a206f8-021f-7798-a2bc-15cc07700889",
                 "amount": 5980, "currency": "EUR", "status": "CAPTURED", "captured": 5980, "refunded": 0,
                 "createdAt": "2026-01-31T09:00:00.123456Z"}""")
public record Charge(
        String key,
        String orderId,
        long amount,
        String currency,

        @Schema(enumeration = {"CAPTURED", "DECLINED", "VOIDED"})
        String status,

        @Nullable String reason,
        long captured,
        long refunded,
        Instant createdAt) {

    /** Whether the request that made this charge is the one that now repeats its key. A voided key never had a request. */
    boolean answers(ChargeRequest request) {
        return status.equals("VOIDED")
                || (orderId.equals(request.orderId())
                        && amount == request.amount()
                        && currency.equals(request.currency()));
    }
}
