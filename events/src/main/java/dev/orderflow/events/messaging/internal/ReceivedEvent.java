package dev.orderflow.events.messaging.internal;

import dev.orderflow.events.Event;
import dev.orderflow.events.messaging.EventMetadata;

record ReceivedEvent(Event event, EventMetadata metadata) {}
