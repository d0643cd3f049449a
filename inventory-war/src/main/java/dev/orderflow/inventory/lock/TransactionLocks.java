package dev.orderflow.inventory.lock;

import dev.orderflow.chassis.work.TransactionEnd;
import dev.orderflow.inventory.application.stock.StockLocks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Ties the locks in Redis to the current transaction: they are released after its commit or rollback, never before. */
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
     * The release is registered before there is a lock: so a transaction that can no longer be joined leaves none
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
