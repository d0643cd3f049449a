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

        @Schema(description = "Id of the event; derived from its position in Kafka if the record has none")
        UUID eventId,

        @Schema(description = "Wire name of the event; absent if the record has none") @Nullable
        String type,

        @Schema(
                description = "The incoming channel of this service; outbox for an event of this service"
                        + " that could not be sent")
        String channel,

        String topic,

        @Schema(description = "-1 for an event that could not be sent")
        int partition,

        @Schema(description = "-1 for an event that could not be sent")
        long offset,

        @Schema(description = "Id of the order") @Nullable String key,

        @Schema(
                description = "Why the last attempt failed; for a database error only its SQLSTATE, constraint,"
                        + " table and column, never values")
        String cause,

        @Schema(description = "Number of failed attempts before it was parked")
        int attempts,

        Instant parkedAt,
        DeadLetterStatus status,

        @Schema(description = "Number of redrives, without dry runs")
        int redrives,

        @Schema(
                description = "The record's value. *** masks payment tokens, fields outside of the contract, and all"
                        + " of a value that is not JSON. Absent in lists, and if the record has none")
        @Nullable
        String payload,

        @Schema(
                description = "The record's headers. *** masks malformed values and those of headers outside of"
                        + " the contract. Absent in lists, and if the headers cannot be read")
        @Nullable
        Map<String, String> headers,

        @Schema(description = "Actions on it, oldest first; absent in lists") @Nullable
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
                    description = "The action",
                    enumeration = {"PARK", "DRY_RUN", "REDRIVE", "DISCARD"})
            String action,

            @Schema(
                    description = "The outcome",
                    enumeration = {"PARKED", "HANDLED", "NO_EFFECT", "FAILED", "DISCARDED"})
            String outcome,

            @Schema(description = "The operator; absent if not given") @Nullable
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
