package dev.orderflow.chassis.harness;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One transaction, for beans that are wired by hand: without a container, somebody has to say when its commit begins.
 * What is to be done after the commit is left out.
 */
public final class LocalTransaction implements TransactionSynchronizationRegistry {

    private final Map<Object, Object> resources = new HashMap<>();
    private final List<Synchronization> synchronizations = new ArrayList<>();
    private boolean isRollbackOnly;

    /** Does all that has to be done before the commit. */
    public void beforeCommit() {
        synchronizations.forEach(Synchronization::beforeCompletion);
    }

    @Override
    public Object getTransactionKey() {
        return this;
    }

    @Override
    public void putResource(Object key, Object value) {
        resources.put(key, value);
    }

    @Override
    public @Nullable Object getResource(Object key) {
        return resources.get(key);
    }

    @Override
    public void registerInterposedSynchronization(Synchronization synchronization) {
        synchronizations.add(synchronization);
    }

    @Override
    public int getTransactionStatus() {
        return isRollbackOnly ? Status.STATUS_MARKED_ROLLBACK : Status.STATUS_ACTIVE;
    }

    @Override
    public void setRollbackOnly() {
        isRollbackOnly = true;
    }

    @Override
    public boolean getRollbackOnly() {
        return isRollbackOnly;
    }
}
