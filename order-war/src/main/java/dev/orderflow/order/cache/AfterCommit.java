package dev.orderflow.order.cache;

import dev.orderflow.order.application.OrderCache;
import dev.orderflow.order.domain.Order;
import dev.orderflow.order.domain.OrderChanged;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * Voids what the cache knows of orders that a transaction has changed, in one call once it has committed. A server that dies
 * in between, or a Redis that is away, leaves it to the order's own events.
 */
@ApplicationScoped
public class AfterCommit {

    private static final Logger LOG = Logger.getLogger(AfterCommit.class.getName());

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transaction;

    @Inject
    OrderCache cache;

    void remember(@Observes OrderChanged change) {
        if (transaction.getResource(AfterCommit.class) instanceof Changes changes) {
            changes.orders.add(change.order());
        } else {
            var changes = new Changes();
            changes.orders.add(change.order());
            transaction.putResource(AfterCommit.class, changes);
            transaction.registerInterposedSynchronization(changes);
        }
    }

    private final class Changes implements Synchronization {

        private final List<Order> orders = new ArrayList<>();

        @Override
        public void beforeCompletion() {
            // The versions are not known before everything is flushed.
        }

        @Override
        public void afterCompletion(int status) {
            if (status != Status.STATUS_COMMITTED) {
                return;
            }
            var versions = orders.stream().collect(Collectors.toMap(Order::id, Order::version, Math::max));
            if (!cache.invalidate(versions)) {
                LOG.log(Level.FINE, "The cache is told of {0} changed order(s) later", versions.size());
            }
        }
    }
}
