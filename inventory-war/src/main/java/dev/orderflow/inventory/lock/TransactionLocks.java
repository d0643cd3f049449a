package dev.orderflow.inventory.lock;

import dev.orderflow.chassis.work.TransactionEnd;
import dev.orderflow.inventory.application.stock.StockLocks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Holds the locks in Redis until the current transaction has been committed or rolled back. */
@ApplicationScoped
public class TransactionLocks implements StockLocks {

    @Inject
    TransactionEnd transactionEnd;

    @Inject
    RedisLocks locks;

    @Inject
    @ConfigProperty(name = "orderflow.stock-lock.enabled")
    boolean enabled;

    /**
     * Registers the release before it acquires the locks, so a transaction that has already ended leaves no lock
     * behind.
     */
    @Override
    public void hold(Collection<String> skus) {
        if (enabled && !skus.isEmpty()) {
            var held = new ArrayList<HeldLock>(1);
            transactionEnd.always(() -> held.forEach(HeldLock::close));
            held.add(locks.acquire(skus));
        }
    }
}
