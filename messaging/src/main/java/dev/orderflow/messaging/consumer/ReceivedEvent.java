package dev.orderflow.messaging.consumer;

import dev.orderflow.events.Event;
import dev.orderflow.messaging.EventMetadata;
import dev.orderflow.messaging.kafka.IncomingRecord;

/** An event that was read, and from what. */
record ReceivedEvent(Event event, EventMetadata metadata, IncomingRecord source) {}
