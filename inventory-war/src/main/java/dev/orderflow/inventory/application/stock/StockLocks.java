package dev.orderflow.inventory.application.stock;

import java.util.Collection;

/**
 * Locks per SKU among all replicas. They reduce conflicts: a transaction waits here, before it holds any row, and not
 * in the database. Correctness never depends on them. A lock may be missing, lost or held twice, because the row locks
 * of the database decide.
 */
public interface StockLocks {

    /**
     * Locks these SKUs, all or none, until the current transaction ends. Waits for a limited time and then returns
     * without the lock. Never throws. Call it once per transaction, before any row is locked.
     */
    void hold(Collection<String> skus);
}
