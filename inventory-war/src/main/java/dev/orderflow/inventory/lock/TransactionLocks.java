package dev.orderflow.inventory.lock;

import dev.orderflow.inventory.application.stock.StockLocks;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Collection;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Ties the locks in Redis to the current transaction: they are released after its commit or rollback, never before. */
@ApplicationScoped
public class TransactionLocks implements StockLocks {

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transaction;

    @Inject
    RedisLocks locks;

    @Inject
    @ConfigProperty(name = "orderflow.stock-lock.enabled")
    boolean enabled;

    @Override
    public void hold(Collection<String> skus) {
        if (enabled && !skus.isEmpty()) {
            var release = new Release();
            transaction.registerInterposedSynchronization(release);
            release.lock = locks.acquire(skus);
        }
    }

    /** Registered before there is something to release: so a transaction that can no longer be joined leaves no lock behind. */
    private static final class Release implements Synchronization {

        private @Nullable HeldLock lock;

        @Override
        public void beforeCompletion() {
            // Released here, the next replica would read what is not committed yet.
        }

        @Override
        public void afterCompletion(int status) {
            if (lock != null) {
                lock.close();
            }
        }
    }
}
