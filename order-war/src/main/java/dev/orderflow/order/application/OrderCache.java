package dev.orderflow.order.application;

import java.util.Map;
import java.util.UUID;

/**
 * Caches the response bodies of orders. The cache may lose entries or be unavailable, and it is never authoritative.
 * Each entry carries the order's version, and an older version never replaces a newer one.
 */
public interface OrderCache {

    /** The result of a lookup. */
    sealed interface Lookup {

        /** The cached response body. */
        record Hit(long version, String body) implements Lookup {}

        /** The cache has no usable entry. */
        record Miss() implements Lookup {}

        /** The cache did not answer in time, or its circuit breaker is open. */
        record Unavailable() implements Lookup {}
    }

    /**
     * A rendered response body.
     *
     * @param form version of the JSON form; during a rolling update, each release reads only its own form
     */
    record Rendered(long version, String form, String body) {}

    /** Looks up a body of this form. Never throws, and answers within the cache's timeout. */
    Lookup find(UUID id, String form);

    /**
     * Stores a body that was read from the database, unless the cache has a newer version. Never throws.
     *
     * @param last whether the order is in a final status, so the entry can have a long time to live
     * @return whether the body was stored
     */
    boolean offer(UUID id, Rendered order, boolean last);

    /**
     * Invalidates entries that are older than these versions, and rejects older bodies that slow readers offer later.
     * Never throws.
     *
     * @return whether the cache answered
     */
    boolean invalidate(Map<UUID, Long> versions);
}
