package dev.orderflow.messaging.consumer.setaside;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An event that is set aside, as the API shows it. */
@JsonbPropertyOrder({
    "eventId",
    "type",
    "channel",
    "topic",
    "partition",
    "offset",
    "key",
    "cause",
    "attempts",
    "since",
    "waiting"
})
public record SetAsideEvent(
        UUID eventId,
        String type,
        String channel,
        String topic,
        int partition,
        long offset,
        @Nullable String key,
        String cause,
        int attempts,
        Instant since,
        int waiting) {}
