package dev.orderflow.order.cache;

import dev.orderflow.chassis.work.TransactionEnd;
import dev.orderflow.order.application.OrderCache;
import dev.orderflow.order.domain.Order;
import dev.orderflow.order.domain.OrderChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * Invalidates the cache entries of changed orders: one call after the commit, before the response is sent. If the
 * server crashes in between or Redis is unavailable, an entry stays stale until it expires. Entries of open orders
 * expire soon.
 */
@ApplicationScoped
public class OrderCacheInvalidation {

    private static final Logger LOG = Logger.getLogger(OrderCacheInvalidation.class.getName());
    /** A connection that broke while idle fails once. The next call opens a new one. */
    private static final int ATTEMPTS = 3;

    @Inject
    TransactionEnd transactionEnd;

    @Inject
    OrderCache cache;

    void remember(@Observes OrderChanged change) {
        transactionEnd.collect(OrderCacheInvalidation.class, change.order(), this::invalidate);
    }

    void invalidate(List<Order> orders) {
        Map<UUID, Long> versions = orders.stream().collect(Collectors.toMap(Order::id, Order::version, Math::max));
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            if (cache.invalidate(versions)) {
                return;
            }
        }
        LOG.log(
                Level.FINE,
                "Redis is away: {0} changed order(s) may be read as they were until their entries expire",
                versions.size());
    }
}
