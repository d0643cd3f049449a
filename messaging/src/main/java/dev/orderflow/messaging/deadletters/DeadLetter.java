package dev.orderflow.messaging.deadletters;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.json.bind.annotation.JsonbTransient;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record that could not be handled or sent. Lists omit its payload, headers and history.
 *
 * @param version incremented by every change
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
public record DeadLetter(
        UUID id,
        UUID eventId,
        @Nullable String type,
        String channel,
        String topic,
        int partition,
        long offset,
        @Nullable String key,
        String cause,
        int attempts,
        Instant parkedAt,
        DeadLetterStatus status,
        int redrives,
        @Nullable String payload,
        @Nullable Map<String, String> headers,
        @Nullable List<Action> history,
        @JsonbTransient int version) {

    private static final String OUTGOING = "outbox";

    /** An action of an operator, or the parking by the service. */
    @JsonbPropertyOrder({"at", "action", "outcome", "operator", "detail"})
    public record Action(
            Instant at,
            String action,
            String outcome,
            @Nullable String operator,
            @Nullable String detail) {}

    /** Whether it is an event of this service that could not be sent. */
    boolean isOutgoing() {
        return OUTGOING.equals(channel);
    }

    /** Returns a copy with masked payload and headers, for the API. */
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

    /** Omits the payload and headers, which may contain a payment token. */
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
