package dev.orderflow.messaging.consumer;

import dev.orderflow.events.Event;
import dev.orderflow.messaging.EventMetadata;
import java.util.List;

/** Handles a batch within its transaction. */
interface BatchHandler {

    /** Once, before the events are handled. */
    void prepare(List<Event> batch);

    void handle(Event event, EventMetadata metadata);
}
