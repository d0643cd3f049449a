package dev.orderflow.payment.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/**
 * An entry of the payment ledger, never changed or deleted. Its key and its amount, which a constraint ties to the
 * payment's, make a second capture or an excessive refund impossible.
 */
@Entity
@Table(name = "payment_entry")
@IdClass(PaymentEntry.Key.class)
public class PaymentEntry {

    /** An order has one entry of each kind. */
    public record Key(UUID orderId, EntryKind kind) {}

    @Id
    @Column(name = "order_id")
    private UUID orderId;

    @Id
    @Enumerated(EnumType.STRING)
    private EntryKind kind;

    private long amount;

    @Column(name = "entered_at", insertable = false, updatable = false)
    private Instant enteredAt;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected PaymentEntry() {}

    @SuppressWarnings("NullAway.Init") // the database stamps it
    PaymentEntry(UUID orderId, EntryKind kind, long amount) {
        this.orderId = orderId;
        this.kind = kind;
        this.amount = amount;
    }

    public UUID orderId() {
        return orderId;
    }

    public EntryKind kind() {
        return kind;
    }

    /** Returns the amount in minor units of the payment's currency. */
    public long amount() {
        return amount;
    }

    /** Returns the time by the database's clock. Set once the entry was read back. */
    public Instant enteredAt() {
        return enteredAt;
    }
}
