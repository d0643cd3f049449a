package dev.orderflow.order.domain.placing;

import dev.orderflow.order.domain.Order;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Places orders at the prices of the catalogue, each under an idempotency key of its customer. */
public interface Placements {

    /** A customer's name for one order. Keys of different customers have nothing to do with each other. */
    record Key(String customerId, String name) {}

    /**
     * An order under its key. Both are stored in one transaction, so an attempt that is rolled back leaves no key.
     *
     * @param fingerprint SHA-256 of the request
     * @param order as it was placed
     */
    @SuppressWarnings("ArrayRecordComponent") // placements are never compared
    record Placement(Key key, byte[] fingerprint, Order order) {

        /** Hashes the canonical form of a request. */
        public static byte[] fingerprint(String canonical) {
            try {
                return MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("Every Java has SHA-256", e);
            }
        }

        /** Whether the key was used for the same order. */
        public boolean isFor(byte[] otherFingerprint) {
            return MessageDigest.isEqual(fingerprint, otherFingerprint);
        }
    }

    /**
     * A SKU in the catalogue.
     *
     * @param unitPrice in minor units
     */
    record Price(String name, long unitPrice) {}

    /**
     * The current offer.
     *
     * @param prices by SKU
     * @param at the time of the database's clock; means nothing when there are no prices
     */
    record Offer(Map<String, Price> prices, Instant at) {}

    /**
     * Reserves keys until the transaction ends. Never waits.
     *
     * @return the reserved keys; each of the others is reserved by another transaction
     */
    Set<Key> reserve(Set<Key> keys);

    /** What was placed under these keys in the last hours. */
    Map<Key, Placement> find(Set<Key> keys);

    /** Returns the current prices of those SKUs that the catalogue has. */
    Offer offer(Set<String> skus);

    /**
     * Adds an order, the first row of its history and its key to what {@link #write} writes.
     *
     * @param published id of the event that announces the order
     * @param traceParent W3C trace context of the attempt; null when it is not traced
     */
    void add(Placement placement, UUID published, @Nullable String traceParent);

    /** Writes all orders that were added in this transaction, so that a refusal fails here and not in the commit. */
    void write();
}
