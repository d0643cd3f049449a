package dev.orderflow.inventory.lock;

/** The result of an attempt to lock. Always close it. */
public interface HeldLock extends AutoCloseable {

    /** The lock was not acquired: there is nothing to release. */
    HeldLock NONE = () -> {};

    /** Releases the lock if it is still held. Never throws. */
    @Override
    void close();
}
