package dev.orderflow.order.domain.placing;

import dev.orderflow.order.domain.Order;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Orders as they are placed: at the prices of the catalogue, and each under a key of its customer's. */
public interface Placements {

    /** A customer's name for one order. Keys of different customers have nothing to do with each other. */
    record Key(String customerId, String name) {}

    /**
     * An order under its key. Stored in one transaction: an attempt that is rolled back leaves no key, and an order that
     * was stored can be answered for again.
     *
     * @param fingerprint SHA-256 of what was asked for
     * @param order as it was placed
     */
    @SuppressWarnings("ArrayRecordComponent") // placements are never compared
    record Placement(Key key, byte[] fingerprint, Order order) {

        /** Whether the key was used for the same order. */
        public boolean isFor(byte[] otherFingerprint) {
            return MessageDigest.isEqual(fingerprint, otherFingerprint);
        }
    }

    /**
     * What the catalogue says of a SKU.
     *
     * @param unitPrice in minor units
     */
    record Price(String name, long unitPrice) {}

    /**
     * What is on offer now.
     *
     * @param prices by SKU
     * @param at the time of the database's clock; means nothing when there are no prices
     */
    record Offer(Map<String, Price> prices, Instant at) {}

    /**
     * Reserves keys until the transaction ends; never waits.
     *
     * @return those that were reserved; another transaction has each of the others, and so is about to store it or to
     * roll back
     */
    Set<Key> reserve(Set<Key> keys);

    /** What was placed under these keys in the last hours. */
    Map<Key, Placement> find(Set<Key> keys);

    /** Those of the SKUs that the catalogue knows, at their present prices; asks for nothing when there are none. */
    Offer offer(Set<String> skus);

    /**
     * Adds an order with the first row of its history and its key: with all others of the transaction, at its end or
     * when they are written before.
     *
     * @param told id of the event that tells the others of it
     * @param traceParent W3C trace context of the attempt; null when it is not traced
     */
    void add(Placement placement, UUID told, @Nullable String traceParent);

    /** Writes now what was added in this transaction, so that what the database refuses fails here. */
    void write();
}
