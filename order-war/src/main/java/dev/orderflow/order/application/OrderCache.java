package dev.orderflow.order.application;

import java.util.Map;
import java.util.UUID;

/**
 * Orders that were read lately, as they were answered. It may forget and it may be away; it never has the last word:
 * every entry carries the order's version, and an older one never replaces a newer one.
 */
public interface OrderCache {

    /** What a look into the cache found. */
    sealed interface Lookup {

        /** The order, as it was answered. */
        record Hit(long version, String body) implements Lookup {}

        /** Nothing that may be used. */
        record Miss() implements Lookup {}

        /** The cache did not answer in time, or is not asked because it has not for a while. */
        record Unavailable() implements Lookup {}
    }

    /**
     * The body that an order is answered with.
     *
     * @param form of the JSON: during a rolling update each release reads only bodies of its own form
     */
    record Rendered(long version, String form, String body) {}

    /** Looks for a body of this form. Never fails; answers within the cache's time limit. */
    Lookup find(UUID id, String form);

    /**
     * Stores what was read from the database, unless the cache knows of a newer version. Never fails.
     *
     * @param last whether the order has ended, so that the entry may stay long
     * @return whether it was stored
     */
    boolean offer(UUID id, Rendered order, boolean last);

    /**
     * Voids everything older than these versions, also what slow readers offer later. Never fails.
     *
     * @return whether the cache answered
     */
    boolean invalidate(Map<UUID, Long> versions);
}
