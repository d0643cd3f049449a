package dev.orderflow.messaging.consumer.setaside;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
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
@Schema(
        name = "SetAsideEvent",
        requiredProperties = {
            "eventId",
            "type",
            "channel",
            "topic",
            "partition",
            "offset",
            "cause",
            "attempts",
            "since",
            "waiting"
        })
public record SetAsideEvent(
        UUID eventId,
        @Schema(description = "Wire name of the event") String type,

        @Schema(description = "The incoming channel of this service")
        String channel,

        String topic,
        int partition,
        long offset,
        @Schema(description = "Id of the order") @Nullable String key,
        @Schema(description = "Why the last attempt failed") String cause,

        @Schema(description = "Number of failed attempts so far")
        int attempts,

        @Schema(description = "When it was set aside") Instant since,

        @Schema(description = "Events of the same key that wait behind it")
        int waiting) {}
