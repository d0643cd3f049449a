package dev.orderflow.messaging.kafka;

import dev.orderflow.events.Event;
import dev.orderflow.messaging.EventMetadata;

/** An event that was read, and from what. */
public record ReceivedEvent(Event event, EventMetadata metadata, IncomingRecord source) {}
