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
import org.jspecify.annotations.Nullable;

/** A payment in the API, without its token. Amounts are in minor units. */
@JsonbPropertyOrder({"orderId", "status", "amount", "currency", "reason", "attempts", "createdAt", "entries"})
public record PaymentRepresentation(
        UUID orderId,
        PaymentStatus status,

        long amount,

        String currency,

        @Nullable String reason,

        int attempts,

        @Nullable Instant createdAt,

        List<Entry> entries) {

    /** A ledger entry. */
    @JsonbPropertyOrder({"kind", "amount", "at"})
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
