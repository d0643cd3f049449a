package dev.orderflow.systemtests.simulation;

import dev.orderflow.events.DomainEvent;
import dev.orderflow.events.Event;
import dev.orderflow.events.EventType;
import dev.orderflow.messaging.EventMetadata;
import java.time.Instant;
import java.util.UUID;

/** An event as it is published: the same id each time. */
record Message(UUID id, Event event) {

    static Message of(DomainEvent fact) {
        return new Message(UUID.randomUUID(), (Event) fact);
    }

    String topic() {
        return EventType.of(event).topic();
    }

    EventMetadata metadata() {
        return new EventMetadata(id, EventType.of(event), Instant.EPOCH, "", null, null);
    }
}
