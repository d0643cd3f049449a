package dev.orderflow.messaging;

import dev.orderflow.events.EventType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known about an event beside its payload.
 *
 * @param id the same for every delivery of the event
 * @param time when its transaction wrote it, by the publisher's database clock
 * @param correlationId the saga's id, the same for all its events
 * @param causationId the id of the event that caused this one; null where a request or a clock did
 * @param traceParent W3C trace context of the publisher; null where nothing was traced
 */
public record EventMetadata(
        UUID id,
        EventType type,
        Instant time,
        String correlationId,
        @Nullable String causationId,
        @Nullable String traceParent) {}
