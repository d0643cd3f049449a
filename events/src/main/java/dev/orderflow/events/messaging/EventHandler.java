package dev.orderflow.events.messaging;

import dev.orderflow.events.Event;
import dev.orderflow.events.failure.PermanentFailure;
import java.util.List;

/**
 * What a service does with the events of one channel. Runs inside the transaction of the batch, on one thread per channel;
 * everything it does to the database commits or rolls back together with the inbox claim, so it may be called again for an
 * event whose transaction rolled back, and is never called again for one that committed.
 */
@FunctionalInterface
public interface EventHandler {

    /**
     * Handles one event. Events of no interest are to be ignored.
     *
     * @throws PermanentFailure when no retry can help: the event is parked at once
     */
    void handle(Event event, EventMetadata metadata);

    /** Called once before the events of a batch are handled, to load and lock in one go what they need. */
    default void prepare(List<Event> batch) {}

    /** Called, in no transaction, after all that stood before the mark has been handled or parked. One may be left out. */
    default void published(LowWaterMark mark) {}
}
