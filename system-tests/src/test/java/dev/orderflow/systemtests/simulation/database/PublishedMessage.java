package dev.orderflow.systemtests.simulation.database;

import dev.orderflow.events.DomainEvent;
import dev.orderflow.events.EventType;
import dev.orderflow.events.SagaEvent;
import dev.orderflow.messaging.EventMetadata;
import java.time.Instant;
import java.util.UUID;

/** A published event, with the same id in every delivery. */
public record PublishedMessage(UUID id, SagaEvent event) {

    public static PublishedMessage of(DomainEvent fact) {
        return new PublishedMessage(UUID.randomUUID(), (SagaEvent) fact);
    }

    public String topic() {
        return EventType.of(event).topic();
    }

    public EventMetadata metadata() {
        return new EventMetadata(id, EventType.of(event), Instant.EPOCH, "", null, null);
    }
}
