package dev.orderflow.messaging.kafka;

import dev.orderflow.events.SagaEvent;
import dev.orderflow.messaging.EventMetadata;

/** A decoded event with its metadata and the record it came from. */
public record ReceivedEvent(SagaEvent event, EventMetadata metadata, IncomingRecord source) {}
