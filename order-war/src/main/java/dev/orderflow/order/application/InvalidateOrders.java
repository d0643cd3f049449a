package dev.orderflow.order.application;

import dev.orderflow.chassis.failure.RetryableFailure;
import dev.orderflow.order.domain.Orders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Collection;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Tells the cache a second time of orders that changed: the server that changed them may have died before it could, or Redis
 * was away. What changed longer ago than an entry lives needs no telling, so a Redis that stays away holds nothing up.
 */
@ApplicationScoped
public class InvalidateOrders {

    @Inject
    Orders orders;

    @Inject
    OrderCache cache;

    /** An order that may still change stays in the cache for so long at most, so no answer is stale for longer. */
    @Inject
    @ConfigProperty(name = "orderflow.cache.life-open-s")
    long lifeOpenSeconds;

    /**
     * Voids older versions of these orders in the cache.
     *
     * @throws RetryableFailure when the cache is away and something in it may be stale
     */
    @Transactional
    public void invalidate(Collection<UUID> orderIds) {
        var versions = orders.changedWithin(Duration.ofSeconds(lifeOpenSeconds), orderIds);
        if (!cache.invalidate(versions)) {
            throw new RetryableFailure("The cache cannot be told of " + versions.size() + " changed order(s)", null);
        }
    }
}
