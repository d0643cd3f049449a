package dev.orderflow.events.messaging.internal;

import dev.orderflow.events.Event;
import dev.orderflow.events.messaging.EventMetadata;

/** An event that was read, and from what. */
record ReceivedEvent(Event event, EventMetadata metadata, IncomingRecord source) {}
