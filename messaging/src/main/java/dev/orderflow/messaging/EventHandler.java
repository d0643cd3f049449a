package dev.orderflow.messaging;

import dev.orderflow.events.SagaEvent;
import java.util.List;

/**
 * Handles the events of one channel. It runs in the transaction of the batch, on one thread per channel. Its database
 * changes commit or roll back together with the inbox claim. So an event may be handled again after a rollback, but
 * never after a commit.
 */
public interface EventHandler {

    /**
     * Registers the event types of this service with their handlers. Records of all other types are acknowledged by
     * their header, without parsing, tracing or an inbox claim. Called once per channel, before its first record.
     */
    void register(EventRegistry events);

    /** Called once before the events of a batch are handled, to load and lock everything they need. */
    default void prepare(List<SagaEvent> batch) {}

    /**
     * Called outside of any transaction, after every record before the mark was handled or parked. A mark may be
     * skipped.
     */
    default void published(LowWaterMark mark) {}
}
