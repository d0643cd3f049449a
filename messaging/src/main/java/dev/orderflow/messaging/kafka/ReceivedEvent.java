package dev.orderflow.messaging.kafka;

import dev.orderflow.events.SagaEvent;
import dev.orderflow.messaging.EventMetadata;

/** An event that was read, and from what. */
public record ReceivedEvent(SagaEvent event, EventMetadata metadata, IncomingRecord source) {}
