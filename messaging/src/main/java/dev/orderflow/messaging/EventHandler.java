package dev.orderflow.messaging;

import dev.orderflow.events.SagaEvent;
import java.util.List;

/**
 * What a service does with the events of one channel. Runs inside the transaction of the batch, on one thread per
 * channel; everything it does to the database commits or rolls back together with the inbox claim, so it may be called
 * again for an event whose transaction rolled back, and is never called again for one that committed.
 */
public interface EventHandler {

    /**
     * Registers the types that concern this service, with what handles them. Records of all other types are
     * acknowledged by their header: they are not parsed, traced or claimed. Called once per channel, before its first
     * record.
     */
    void register(EventRegistry events);

    /** Called once before the events of a batch are handled, to load and lock in one go what they need. */
    default void prepare(List<SagaEvent> batch) {}

    /**
     * Called, in no transaction, after all that stood before the mark has been handled or parked. One may be left out.
     */
    default void published(LowWaterMark mark) {}
}
