package dev.orderflow.chassis.http.json;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import jakarta.json.stream.JsonParserFactory;
import jakarta.json.stream.JsonParsingException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Looks at a whole body before JSON-B does, which skips what it does not know without looking, and never comes to an end of
 * that if the body ends in the midst of it: <code>{"a":{</code> would keep a thread busy for ever. What passes is I-JSON
 * (RFC 7493), which all readers understand alike: UTF-8, no name twice, no half characters.
 */
final class JsonBody {

    /** Made once: Json itself looks for its implementation in every jar, each time that it is asked for a parser. */
    private static final JsonParserFactory PARSERS = Json.createParserFactory(Map.of());

    private static final int DEPTH = 32;

    /** Of a number: as it is written, and as its exponent would have it written. */
    private static final int DIGITS = 32;

    /** The names seen so far in each object that is open; an open array has no names. */
    private final Deque<Set<String>> open = new ArrayDeque<>();

    private JsonBody() {}

    /**
     * Returns if it is a document within the limits.
     *
     * @throws JsonException if not; the message is for the caller to read
     */
    static void check(byte[] body) {
        JsonBody document = new JsonBody();
        try (JsonParser parser = PARSERS.createParser(new StringReader(text(body)))) {
            while (parser.hasNext()) {
                document.take(parser.next(), parser);
            }
        } catch (JsonParsingException broken) {
            throw new JsonException("The body is no JSON document.", broken);
        }
    }

    private void take(Event event, JsonParser parser) {
        switch (event) {
            case START_OBJECT, START_ARRAY -> {
                open.push(new HashSet<>());
                demand(open.size() <= DEPTH, "nests deeper than " + DEPTH + " levels");
            }
            case END_OBJECT, END_ARRAY -> open.pop();
            case KEY_NAME ->
                demand(open.element().add(wellFormed(parser.getString())), "names a value twice in one object");
            case VALUE_STRING -> wellFormed(parser.getString());
            case VALUE_NUMBER ->
                demand(isSensible(parser.getString()), "has a number of more than " + DIGITS + " digits");
            case VALUE_TRUE, VALUE_FALSE, VALUE_NULL -> {}
        }
        demand(
                !open.isEmpty() || event == Event.END_OBJECT || event == Event.END_ARRAY,
                "is neither an object nor an array");
    }

    private static String wellFormed(String text) {
        demand(
                text.codePoints().noneMatch(code -> code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE),
                "has half of a surrogate pair");
        return text;
    }

    private static boolean isSensible(String number) {
        try {
            return number.length() <= DIGITS && Math.abs((long) new BigDecimal(number).scale()) <= DIGITS;
        } catch (NumberFormatException exponentIsNoInt) {
            return false;
        }
    }

    private static String text(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw refusal("is not in UTF-8");
        }
    }

    private static void demand(boolean holds, String otherwise) {
        if (!holds) {
            throw refusal(otherwise);
        }
    }

    private static JsonException refusal(String reason) {
        return new JsonException("The body " + reason + ".");
    }
}
