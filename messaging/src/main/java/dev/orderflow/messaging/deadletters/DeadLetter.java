package dev.orderflow.messaging.deadletters;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.json.bind.annotation.JsonbTransient;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A record that could not be handled, or not be sent. What it carries and what was done to it is left out of lists.
 *
 * @param version rises with every change
 */
@JsonbPropertyOrder({
    "id",
    "eventId",
    "type",
    "channel",
    "topic",
    "partition",
    "offset",
    "key",
    "cause",
    "attempts",
    "parkedAt",
    "status",
    "redrives",
    "payload",
    "headers",
    "history"
})
@Schema(
        name = "DeadLetter",
        requiredProperties = {
            "id",
            "eventId",
            "channel",
            "topic",
            "partition",
            "offset",
            "cause",
            "attempts",
            "parkedAt",
            "status",
            "redrives"
        },
        examples = Examples.LETTER)
public record DeadLetter(
        UUID id,

        @Schema(description = "Id of the event; where the record has none, one that is made of its position in Kafka")
        UUID eventId,

        @Schema(description = "Wire name of the event; absent where the record has none") @Nullable
        String type,

        @Schema(
                description = "The incoming channel of this service that it came by; outbox for an event of this"
                        + " service that could not be sent")
        String channel,

        String topic,

        @Schema(description = "-1 for one that could not be sent")
        int partition,

        @Schema(description = "-1 for one that could not be sent")
        long offset,

        @Schema(description = "Id of the order") @Nullable String key,

        @Schema(
                description =
                        "Why it could not be handled, the last time that this was tried; of a refusal of the database"
                                + " its SQLSTATE, constraint, table and column, and none of the values")
        String cause,

        @Schema(description = "How often it was tried in vain before it was parked")
        int attempts,

        Instant parkedAt,
        DeadLetterStatus status,

        @Schema(description = "How often it was redriven, dry runs apart")
        int redrives,

        @Schema(
                description = "The record's value; *** stands for whatever the contract does not know, for payment"
                        + " tokens, and for all of it where it is no JSON; absent in lists, and where it has none")
        @Nullable
        String payload,

        @Schema(
                description =
                        "The record's headers; *** stands for a value that is not of its form, or whose name is not"
                                + " of the contract; absent in lists, and where they cannot be read")
        @Nullable
        Map<String, String> headers,

        @Schema(description = "What was done to it, the oldest first; absent in lists") @Nullable
        List<Action> history,

        @JsonbTransient @Schema(hidden = true) int version) {

    private static final String OUTGOING = "outbox";

    /** What an operator, or the service itself by parking it, has done. */
    @JsonbPropertyOrder({"at", "action", "outcome", "operator", "detail"})
    @Schema(
            name = "DeadLetterAction",
            requiredProperties = {"at", "action", "outcome"})
    public record Action(
            Instant at,

            @Schema(
                    description = "What was done",
                    enumeration = {"PARK", "DRY_RUN", "REDRIVE", "DISCARD"})
            String action,

            @Schema(
                    description = "How it went",
                    enumeration = {"PARKED", "HANDLED", "NO_EFFECT", "FAILED", "DISCARDED"})
            String outcome,

            @Schema(description = "Who did it; absent where nobody said so") @Nullable
            String operator,

            @Schema(description = "The cause of a failure, or the reason of an operator") @Nullable
            String detail) {}

    /** Whether it is an event of this service, which could not be sent. */
    boolean isOutgoing() {
        return OUTGOING.equals(channel);
    }

    /** The same as the API shows it. */
    DeadLetter showing(@Nullable String maskedPayload, @Nullable Map<String, String> maskedHeaders) {
        return new DeadLetter(
                id,
                eventId,
                type,
                channel,
                topic,
                partition,
                offset,
                key,
                cause,
                attempts,
                parkedAt,
                status,
                redrives,
                maskedPayload,
                maskedHeaders,
                history,
                version);
    }

    /** Without what it carries: that may hold a payment token. */
    @Override
    public String toString() {
        return "DeadLetter[id=%s, type=%s, status=%s]".formatted(id, type, status);
    }

    DeadLetter with(List<Action> actions) {
        return new DeadLetter(
                id, eventId, type, channel, topic, partition, offset, key, cause, attempts, parkedAt, status, redrives,
                payload, headers, actions, version);
    }
}
