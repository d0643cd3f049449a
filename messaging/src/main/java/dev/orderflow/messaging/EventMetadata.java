package dev.orderflow.messaging;

import dev.orderflow.events.EventType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of an event besides its payload.
 *
 * @param id the same for every delivery of the event
 * @param time when its transaction wrote it, by the publisher's database clock
 * @param correlationId id of the saga, the same for all its events
 * @param causationId id of the event that caused this one; null if a request or a timer caused it
 * @param traceParent W3C trace context of the publisher; null without a trace
 */
public record EventMetadata(
        UUID id,
        EventType type,
        Instant time,
        String correlationId,
        @Nullable String causationId,
        @Nullable String traceParent) {}
