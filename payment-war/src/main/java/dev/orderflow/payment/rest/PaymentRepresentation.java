package dev.orderflow.payment.rest;

import dev.orderflow.payment.application.FindPayment.Found;
import dev.orderflow.payment.domain.EntryKind;
import dev.orderflow.payment.domain.Payment;
import dev.orderflow.payment.domain.PaymentEntry;
import dev.orderflow.payment.domain.PaymentStatus;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A payment as the caller sees it; the token stays here. */
@JsonbPropertyOrder({"orderId", "status", "amount", "currency", "reason", "attempts", "createdAt", "entries"})
@Schema(
        name = "Payment",
        requiredProperties = {"orderId", "status", "amount", "currency", "attempts", "entries"},
        examples = """
                {"orderId": "01a206f8-021f-7798-a2bc-15cc07700889", "status": "COMPLETED", "amount": 5980, \
                "currency": "EUR",
                 "attempts": 1, "createdAt": "2026-01-31T09:00:00.023456Z",
                 "entries": [{"kind": "AUTHORISE", "amount": 5980, "at": "2026-01-31T09:00:00.123456Z"},
                             {"kind": "CAPTURE", "amount": 5980, "at": "2026-01-31T09:00:00.123457Z"}]}""")
public record PaymentRepresentation(
        UUID orderId,
        PaymentStatus status,

        @Schema(description = "minor units; 0 of XXX when the order was abandoned before its payment was requested")
        long amount,

        @Schema(description = "ISO 4217") String currency,

        @Schema(description = "Why it failed, was voided or refunded, or why its outcome is unknown; absent otherwise")
        @Nullable
        String reason,

        @Schema(description = "Number of gateway calls for the current or last operation")
        int attempts,

        @Schema(description = "When the intent to charge was stored") @Nullable
        Instant createdAt,

        List<Entry> entries) {

    /** A line of the ledger. */
    @JsonbPropertyOrder({"kind", "amount", "at"})
    @Schema(
            name = "PaymentEntry",
            requiredProperties = {"kind", "amount", "at"})
    public record Entry(EntryKind kind, long amount, Instant at) {

        static Entry of(PaymentEntry entry) {
            return new Entry(entry.kind(), entry.amount(), entry.enteredAt());
        }
    }

    static PaymentRepresentation of(Found found) {
        Payment payment = found.payment();
        return new PaymentRepresentation(
                payment.orderId(),
                payment.status(),
                payment.amount(),
                payment.currency(),
                payment.reason(),
                payment.attempts(),
                payment.createdAt(),
                found.entries().stream().map(Entry::of).toList());
    }
}
