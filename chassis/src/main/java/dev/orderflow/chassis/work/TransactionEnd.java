package dev.orderflow.chassis.work;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Holds values for the duration of the current transaction, and runs work at its end. The work runs on the
 * transaction's thread, after its writes are visible and its locks are released.
 */
@ApplicationScoped
public class TransactionEnd {

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transaction;

    /**
     * Runs work after the commit or rollback.
     *
     * @throws IllegalStateException without a transaction, or if it is marked for rollback; the work does not run then
     */
    public void always(Runnable work) {
        transaction.registerInterposedSynchronization(new AfterCompletion() {
            @Override
            public void afterCompletion(int status) {
                work.run();
            }
        });
    }

    /**
     * Collects an item for its owner in this transaction. After the commit, the callback of the first call gets all
     * items in order. After a rollback nothing happens.
     *
     * @throws IllegalStateException without a transaction, or if it is marked for rollback
     */
    public <T> void collect(Class<?> owner, T item, Consumer<List<T>> afterCommit) {
        @SuppressWarnings("unchecked") // each owner collects items of one type
        var collected = (CollectedItems<T>) transaction.getResource(owner);
        if (collected == null) {
            collected = new CollectedItems<>(afterCommit);
            transaction.registerInterposedSynchronization(collected);
            transaction.putResource(owner, collected);
        }
        collected.items.add(item);
    }

    /**
     * Returns a value that the owner keeps until the transaction ends; creates it at the first call.
     *
     * @throws IllegalStateException without a transaction
     */
    public <T> T keep(Class<?> owner, Supplier<T> first) {
        @SuppressWarnings("unchecked") // each owner keeps one type
        T kept = (T) transaction.getResource(owner);
        if (kept == null) {
            kept = first.get();
            transaction.putResource(owner, kept);
        }
        return kept;
    }

    private abstract static class AfterCompletion implements Synchronization {

        @Override
        public void beforeCompletion() {
            // Nothing to do before the commit.
        }
    }

    private static final class CollectedItems<T> extends AfterCompletion {

        private final Consumer<List<T>> afterCommit;
        private final List<T> items = new ArrayList<>();

        CollectedItems(Consumer<List<T>> afterCommit) {
            this.afterCommit = afterCommit;
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                afterCommit.accept(items);
            }
        }
    }
}
