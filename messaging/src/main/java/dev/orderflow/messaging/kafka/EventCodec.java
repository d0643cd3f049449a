package dev.orderflow.messaging.kafka;

import dev.orderflow.chassis.failure.LoggedFailure;
import dev.orderflow.chassis.failure.PermanentFailure;
import dev.orderflow.events.ContractViolation;
import dev.orderflow.events.DomainEvent;
import dev.orderflow.events.EventType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import jakarta.json.stream.JsonParsingException;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Events and their headers as JSON. Fields that a record does not know are ignored. */
@ApplicationScoped
public class EventCodec {

    /** Made once: Json itself looks for its implementation in every jar, each time that it is asked for a parser. */
    private static final JsonParserFactory PARSERS = Json.createParserFactory(Map.of());

    /** The member of a record that JSON-B could not fill; what follows in its message may quote the text. */
    private static final Pattern MEMBER = Pattern.compile("^Unable to deserialize property '(\\w+)'");

    private static final int MAX_CAUSES = 20;

    private final Jsonb jsonb = JsonbBuilder.create();

    public String encode(DomainEvent event) {
        return jsonb.toJson(event);
    }

    /**
     * Reads an event.
     *
     * @throws PermanentFailure when the text is no JSON or lacks a value that the event requires
     */
    public DomainEvent decode(EventType type, String json) {
        try {
            requireWhole(json);
            DomainEvent event = jsonb.fromJson(json, type.recordClass());
            if (event == null) {
                throw new ContractViolation("the value is null");
            }
            return event;
        } catch (RuntimeException | StackOverflowError e) {
            // JSON-B promises JsonbException, but a record's own guard may come through as it is, and depth has its
            // limit.
            throw new PermanentFailure("Not a " + type.wireName() + ": " + reason(e), LoggedFailure.of(e));
        }
    }

    /** In words of ours: what a parser says quotes what it could not read. */
    private static String reason(Throwable failure) {
        StringBuilder members = new StringBuilder();
        @Nullable Throwable cause = failure;
        for (int depth = 0; cause != null && depth < MAX_CAUSES; depth++) {
            if (cause instanceof ContractViolation violation) {
                return String.valueOf(violation.getMessage());
            }
            if (cause instanceof JsonParsingException broken) {
                return "no JSON from line %d, column %d on"
                        .formatted(
                                broken.getLocation().getLineNumber(),
                                broken.getLocation().getColumnNumber());
            }
            Matcher member = MEMBER.matcher(String.valueOf(cause.getMessage()));
            if (member.find()) {
                members.append(members.isEmpty() ? "" : ".").append(member.group(1));
            }
            cause = cause.getCause();
        }
        return members.isEmpty()
                ? "another form than the contract's (" + failure.getClass().getSimpleName() + ")"
                : members + " cannot be read";
    }

    /** JSON-B looks for the end of a field that it does not know for ever, when the text ends before it. */
    private static void requireWhole(String json) {
        try (JsonParser parser = PARSERS.createParser(new StringReader(json))) {
            while (parser.hasNext()) {
                parser.next();
            }
        }
    }

    public String encodeHeaders(Map<String, String> headers) {
        return jsonb.toJson(headers);
    }

    /**
     * Reads what {@link #encodeHeaders} wrote.
     *
     * @throws PermanentFailure when the text is anything but a JSON object of strings
     */
    public Map<String, String> decodeHeaders(String json) {
        Map<String, String> headers = new LinkedHashMap<>();
        try (JsonParser parser = PARSERS.createParser(new StringReader(json))) {
            require(parser, JsonParser.Event.START_OBJECT);
            while (parser.next() == JsonParser.Event.KEY_NAME) {
                String name = parser.getString();
                require(parser, JsonParser.Event.VALUE_STRING);
                headers.put(name, parser.getString());
            }
            if (parser.hasNext()) {
                throw unreadable(null);
            }
            return headers;
        } catch (JsonException | NoSuchElementException e) {
            throw unreadable(e);
        }
    }

    private static void require(JsonParser parser, JsonParser.Event expected) {
        if (parser.next() != expected) {
            throw unreadable(null);
        }
    }

    private static PermanentFailure unreadable(@Nullable Throwable cause) {
        return new PermanentFailure(
                "The headers are no JSON object of strings", cause == null ? null : LoggedFailure.of(cause));
    }
}
