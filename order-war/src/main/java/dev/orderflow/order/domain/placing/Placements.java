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

/** Stores orders and their idempotency keys, and reads the prices for them. */
public interface Placements {

    /** A customer's idempotency key. Keys of different customers are independent. */
    record Key(String customerId, String name) {}

    /**
     * An order and its key. Both are stored in one transaction, so a rollback leaves no key.
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

        /** Returns whether the key was used for the same order. */
        public boolean isFor(byte[] otherFingerprint) {
            return MessageDigest.isEqual(fingerprint, otherFingerprint);
        }
    }

    /**
     * A product of the catalogue.
     *
     * @param unitPrice in minor units
     */
    record Price(String name, long unitPrice) {}

    /**
     * Current prices.
     *
     * @param prices by SKU
     * @param at time of the database's clock; undefined if there are no prices
     */
    record Offer(Map<String, Price> prices, Instant at) {}

    /**
     * Reserves keys until the transaction ends. Never blocks.
     *
     * @return the reserved keys; another transaction has reserved each of the others
     */
    Set<Key> reserve(Set<Key> keys);

    /** Returns the orders that were placed under these keys, within the retention time. */
    Map<Key, Placement> find(Set<Key> keys);

    /** Returns the current prices of the SKUs that are in the catalogue. */
    Offer offer(Set<String> skus);

    /**
     * Adds an order, its first history row and its key to the batch that {@link #write} writes.
     *
     * @param published id of the event that announces the order
     * @param traceParent W3C trace context of the request; null if it is not traced
     */
    void add(Placement placement, UUID published, @Nullable String traceParent);

    /** Writes all added orders now, so that a constraint violation occurs here and not during the commit. */
    void write();
}
