package dev.orderflow.inventory.lock;

/** What came of an attempt to lock, to be closed in any case. */
public interface HeldLock extends AutoCloseable {

    /** The work goes on without a lock: there is nothing to release. */
    HeldLock NONE = () -> {};

    /** Releases what is still ours; never fails. */
    @Override
    void close();
}
