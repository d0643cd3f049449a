package dev.orderflow.messaging.kafka;

import dev.orderflow.chassis.failure.LoggedFailure;
import dev.orderflow.chassis.failure.PermanentFailure;
import dev.orderflow.chassis.json.StrictJson;
import dev.orderflow.chassis.json.UnreadableJson;
import dev.orderflow.events.ContractViolation;
import dev.orderflow.events.DomainEvent;
import dev.orderflow.events.EventType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Encodes and decodes events and their headers as JSON. Unknown fields are ignored. */
@ApplicationScoped
public class EventCodec {

    /** Gives Jackson the value type, so that a header which is no string is rejected. */
    private static final class StringHeaders extends LinkedHashMap<String, String> {

        private static final long serialVersionUID = 1;
    }

    public String encode(DomainEvent event) {
        return StrictJson.write(event);
    }

    /**
     * Decodes an event.
     *
     * @throws PermanentFailure if the text is no JSON, or a required value is missing or invalid
     */
    public DomainEvent decode(EventType type, String json) {
        try {
            return StrictJson.read(json, type.recordClass());
        } catch (RuntimeException e) {
            throw new PermanentFailure("Not a " + type.wireName() + ": " + reason(e), LoggedFailure.of(e));
        }
    }

    /** Uses our own messages only: those of libraries may quote the data. */
    private static String reason(RuntimeException failure) {
        return failure instanceof UnreadableJson || failure instanceof ContractViolation
                ? String.valueOf(failure.getMessage())
                : "another form than the contract's (" + failure.getClass().getSimpleName() + ")";
    }

    public String encodeHeaders(Map<String, String> headers) {
        return StrictJson.write(headers);
    }

    /**
     * Decodes the text that {@link #encodeHeaders} wrote.
     *
     * @throws PermanentFailure if the text is not a JSON object of strings
     */
    public Map<String, String> decodeHeaders(String json) {
        try {
            Map<String, String> headers = StrictJson.read(json, StringHeaders.class);
            if (headers.containsValue(null)) {
                throw noHeaders(null);
            }
            return headers;
        } catch (UnreadableJson e) {
            throw noHeaders(LoggedFailure.of(e));
        }
    }

    private static PermanentFailure noHeaders(@Nullable Throwable cause) {
        return new PermanentFailure("The headers are no JSON object of strings", cause);
    }
}
