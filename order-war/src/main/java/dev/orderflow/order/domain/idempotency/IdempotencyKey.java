package dev.orderflow.order.domain.idempotency;

import java.security.MessageDigest;
import java.util.UUID;

/**
 * A customer's name for one attempt to order, with what was answered. Stored in the order's own transaction: an attempt
 * that is rolled back leaves no key, and an order that was stored can be answered for again.
 *
 * @param fingerprint SHA-256 of what was asked for
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and not kept for long
public record IdempotencyKey(Id id, byte[] fingerprint, UUID orderId, Answer answer) {

    /** Keys of different customers have nothing to do with each other. */
    public record Id(String customerId, String key) {}

    /** What was answered, to be answered again word for word. */
    public record Answer(int status, String location, String entityTag, String body) {}

    /** Whether the key was used for the same order. */
    public boolean isFor(byte[] otherFingerprint) {
        return MessageDigest.isEqual(fingerprint, otherFingerprint);
    }
}
