package dev.orderflow.messaging.deadletters;

import dev.orderflow.events.EventHeaders;
import dev.orderflow.events.EventType;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.io.StringWriter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Masks a record for the API. Only values that the contract describes are shown; all others, such as payment tokens,
 * are {@value #MASK}. A record that could not be handled may contain anything.
 */
public final class RecordMask {

    static final String MASK = "***";

    private static final JsonParserFactory PARSERS = Json.createParserFactory(Map.of());
    private static final JsonGeneratorFactory GENERATORS = Json.createGeneratorFactory(Map.of());

    private static final int DEPTH = 32;

    private static final Pattern SECRET = Pattern.compile("(?i).*(token|secret|password).*");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?\\d{1,19}");
    private static final Pattern UUID = Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** Valid values of a JSON member, by its name. */
    private static final Map<String, Predicate<String>> MEMBERS = members();

    private static final Map<String, Pattern> HEADERS = Map.of(
            EventHeaders.ID, UUID,
            EventHeaders.CAUSATION_ID, UUID,
            EventHeaders.TYPE, Pattern.compile("dev\\.orderflow\\.[a-z.-]{1,100}\\.v\\d{1,6}"),
            EventHeaders.SOURCE, Pattern.compile("/orderflow/[a-z-]{1,50}"),
            EventHeaders.TIME, Pattern.compile("[0-9TZ:.+-]{1,40}"),
            EventHeaders.SPEC_VERSION, Pattern.compile("[0-9.]{1,10}"),
            EventHeaders.SUBJECT, UUID,
            EventHeaders.CORRELATION_ID, UUID,
            EventHeaders.CONTENT_TYPE, Pattern.compile("application/json(; ?charset=utf-8)?", Pattern.CASE_INSENSITIVE),
            EventHeaders.TRACE_PARENT, Pattern.compile("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}"));

    /** Names of the enclosing objects and arrays; elements of an array have its name. */
    private final Deque<String> around = new ArrayDeque<>();

    private String name = "";
    private boolean masks;

    private RecordMask() {}

    public static DeadLetter of(DeadLetter letter) {
        return letter.showing(payload(letter.payload()), headers(letter.headers()));
    }

    /** Returns the text unchanged if nothing in it is masked. */
    static @Nullable String payload(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return masked(text);
        } catch (JsonException | NoSuchElementException | IllegalStateException noJson) {
            return "%s (%d characters that are no JSON document)".formatted(MASK, text.length());
        }
    }

    static @Nullable Map<String, String> headers(@Nullable Map<String, String> headers) {
        if (headers == null) {
            return null;
        }
        Map<String, String> shown = new LinkedHashMap<>();
        headers.forEach((name, value) -> {
            Pattern form = HEADERS.get(name);
            shown.put(name, form != null && form.matcher(value).matches() ? value : MASK);
        });
        return shown;
    }

    private static String masked(String text) {
        StringWriter written = new StringWriter();
        RecordMask document = new RecordMask();
        try (JsonParser parser = PARSERS.createParser(new StringReader(text));
                JsonGenerator copy = GENERATORS.createGenerator(written)) {
            while (parser.hasNext()) {
                document.copy(parser.next(), parser, copy);
            }
        }
        return document.masks ? written.toString() : text;
    }

    private void copy(Event event, JsonParser parser, JsonGenerator copy) {
        switch (event) {
            case KEY_NAME -> {
                name = parser.getString();
                copy.writeKey(name);
            }
            case START_OBJECT -> {
                enter();
                copy.writeStartObject();
            }
            case START_ARRAY -> {
                enter();
                copy.writeStartArray();
            }
            case END_OBJECT, END_ARRAY -> {
                name = around.pop();
                copy.writeEnd();
            }
            case VALUE_NULL -> copy.writeNull();
            case VALUE_TRUE -> copy.write(true);
            case VALUE_FALSE -> copy.write(false);
            case VALUE_STRING, VALUE_NUMBER -> {
                if (!isShown(parser.getString())) {
                    masks = true;
                    copy.write(MASK);
                } else if (event == Event.VALUE_STRING) {
                    copy.write(parser.getString());
                } else {
                    copy.write(parser.getBigDecimal());
                }
            }
        }
    }

    private void enter() {
        around.push(name);
        if (around.size() > DEPTH) {
            throw new JsonException("It is nested too deeply");
        }
    }

    /** Shows no value within a member whose name suggests a secret. */
    private boolean isShown(String value) {
        Predicate<String> form = MEMBERS.get(name);
        return form != null
                && form.test(value)
                && around.stream().noneMatch(outer -> SECRET.matcher(outer).matches());
    }

    private static Map<String, Predicate<String>> members() {
        Map<String, Predicate<String>> members = new HashMap<>();
        Arrays.stream(EventType.values()).forEach(type -> collect(type.recordClass(), members));
        return Map.copyOf(members);
    }

    private static void collect(Class<?> type, Map<String, Predicate<String>> members) {
        for (RecordComponent component : type.getRecordComponents()) {
            Class<?> held = held(component.getGenericType());
            if (held.isRecord()) {
                collect(held, members);
            } else if (!SECRET.matcher(component.getName()).matches()) {
                members.put(component.getName(), form(held));
            }
        }
    }

    private static Class<?> held(Type type) {
        return switch (type) {
            case Class<?> plain -> plain;
            case ParameterizedType list -> held(list.getActualTypeArguments()[0]);
            default -> throw new IllegalStateException("The contract has no such types: " + type);
        };
    }

    private static Predicate<String> form(Class<?> type) {
        if (type == java.util.UUID.class) {
            return value -> UUID.matcher(value).matches();
        }
        return type == String.class
                ? value -> true
                : value -> WHOLE_NUMBER.matcher(value).matches();
    }
}
