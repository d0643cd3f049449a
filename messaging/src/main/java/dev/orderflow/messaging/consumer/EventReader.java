package dev.orderflow.messaging.consumer;

import dev.orderflow.chassis.failure.LoggedFailure;
import dev.orderflow.chassis.failure.PermanentFailure;
import dev.orderflow.events.EventHeaders;
import dev.orderflow.events.EventType;
import dev.orderflow.events.SagaEvent;
import dev.orderflow.messaging.EventMetadata;
import dev.orderflow.messaging.LowWaterMark;
import dev.orderflow.messaging.kafka.EventCodec;
import dev.orderflow.messaging.kafka.IncomingRecord;
import dev.orderflow.messaging.kafka.ReceivedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Converts records to events. */
@ApplicationScoped
public class EventReader {

    @Inject
    EventCodec codec;

    /**
     * Reads only the header of records whose type is not handled.
     *
     * @param handledTypes whether the service handles a type
     * @return the event; empty if the service does not handle its type, or this version of the contract does not know
     * it
     * @throws PermanentFailure if the record can never be read: it has no headers or no valid JSON, or it has another
     * version of a handled type
     */
    Optional<ReceivedEvent> read(IncomingRecord message, Predicate<EventType> handledTypes) {
        String wireName = required(message, EventHeaders.TYPE);
        Optional<EventType> type = EventType.named(wireName);
        if (type.isEmpty() && EventType.otherVersionsOf(wireName).stream().anyMatch(handledTypes)) {
            throw new PermanentFailure("Unknown version of an event: " + wireName, null);
        }
        return type.filter(handledTypes)
                .flatMap(known -> codec.decode(known, payload(message)) instanceof SagaEvent event
                        ? Optional.of(new ReceivedEvent(event, metadata(message, known), message))
                        : Optional.empty());
    }

    /** Returns the record as a low-water mark; empty if it is none. */
    Optional<LowWaterMark> mark(IncomingRecord message) {
        if (!LowWaterMark.TYPE.equals(message.headers().get(EventHeaders.TYPE))) {
            return Optional.empty();
        }
        return Optional.of(new LowWaterMark(
                message.topic(),
                message.partition(),
                read(message, LowWaterMark.PARTITIONS, Integer::parseInt),
                read(message, EventHeaders.TIME, Instant::parse)));
    }

    private static EventMetadata metadata(IncomingRecord message, EventType type) {
        UUID id = read(message, EventHeaders.ID, UUID::fromString);
        return new EventMetadata(
                id,
                type,
                read(message, EventHeaders.TIME, Instant::parse),
                message.headers().getOrDefault(EventHeaders.CORRELATION_ID, id.toString()),
                message.headers().get(EventHeaders.CAUSATION_ID),
                message.headers().get(EventHeaders.TRACE_PARENT));
    }

    /** Never quotes the value of the header, which may hold any data. */
    private static <T> T read(IncomingRecord message, String header, Function<String, T> reader) {
        String value = required(message, header);
        try {
            return reader.apply(value);
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw new PermanentFailure("The header " + header + " cannot be read", LoggedFailure.of(e));
        }
    }

    private static String payload(IncomingRecord message) {
        String payload = message.payload();
        if (payload == null) {
            throw new PermanentFailure("The record has no value", null);
        }
        return payload;
    }

    private static String required(IncomingRecord message, String header) {
        @Nullable String value = message.headers().get(header);
        if (value == null) {
            throw new PermanentFailure("The header " + header + " is missing", null);
        }
        return value;
    }
}
