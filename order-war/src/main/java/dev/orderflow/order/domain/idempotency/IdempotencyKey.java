package dev.orderflow.order.domain.idempotency;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.security.MessageDigest;
import java.util.UUID;

/**
 * A customer's name for one attempt to order, with what was answered. Stored in the order's own transaction: an attempt
 * that is rolled back leaves no key, and an order that was stored can be answered for again.
 */
@Entity
@Table(name = "idempotency_key")
@SuppressWarnings("UnusedVariable") // Hibernate reads the fields
public class IdempotencyKey {

    /** Keys of different customers have nothing to do with each other. */
    @Embeddable
    public record Id(@Column(name = "customer_id") String customerId, String key) {}

    /** What was answered, to be answered again word for word. */
    @Embeddable
    public record Answer(
            int status,
            String location,
            @Column(name = "entity_tag") String entityTag,
            String body) {}

    @EmbeddedId
    private Id id;

    /** SHA-256 of what was asked for. */
    private byte[] fingerprint;

    @Column(name = "order_id")
    private UUID orderId;

    @Embedded
    private Answer answer;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected IdempotencyKey() {}

    public IdempotencyKey(Id id, byte[] fingerprint, UUID orderId, Answer answer) {
        this.id = id;
        this.fingerprint = fingerprint.clone();
        this.orderId = orderId;
        this.answer = answer;
    }

    public Id id() {
        return id;
    }

    /** Whether the key was used for the same order. */
    public boolean isFor(byte[] otherFingerprint) {
        return MessageDigest.isEqual(fingerprint, otherFingerprint);
    }

    public Answer answer() {
        return answer;
    }
}
