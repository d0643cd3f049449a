package dev.orderflow.inventory.application.stock;

import java.util.Collection;

/**
 * Locks by SKU among all replicas: who takes from a SKU's stock lets the others wait before they begin, instead of in
 * the database, with rows locked. They spare conflicts and nothing else: a lock may be missing, lost or held twice, and
 * the database decides all the same.
 */
public interface StockLocks {

    /**
     * Locks these SKUs, all or none, until the current transaction has been committed or rolled back. Waits for a
     * limited time and then returns without the lock; never fails. To be called once per transaction, before it locks
     * any row.
     */
    void hold(Collection<String> skus);
}
