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

/** Events and their headers as JSON. Fields that a record does not know are ignored. */
@ApplicationScoped
public class EventCodec {

    /** So that a header that is no string is refused. */
    private static final class StringHeaders extends LinkedHashMap<String, String> {

        private static final long serialVersionUID = 1;
    }

    public String encode(DomainEvent event) {
        return StrictJson.write(event);
    }

    /**
     * Reads an event.
     *
     * @throws PermanentFailure when the text is no JSON, lacks a value that the event requires, or has one that does
     * not fit
     */
    public DomainEvent decode(EventType type, String json) {
        try {
            return StrictJson.read(json, type.recordClass());
        } catch (RuntimeException e) {
            throw new PermanentFailure("Not a " + type.wireName() + ": " + reason(e), LoggedFailure.of(e));
        }
    }

    /** In words of ours: what others say may quote what they could not read. */
    private static String reason(RuntimeException failure) {
        return failure instanceof UnreadableJson || failure instanceof ContractViolation
                ? String.valueOf(failure.getMessage())
                : "another form than the contract's (" + failure.getClass().getSimpleName() + ")";
    }

    public String encodeHeaders(Map<String, String> headers) {
        return StrictJson.write(headers);
    }

    /**
     * Reads what {@link #encodeHeaders} wrote.
     *
     * @throws PermanentFailure when the text is anything but a JSON object of strings
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
