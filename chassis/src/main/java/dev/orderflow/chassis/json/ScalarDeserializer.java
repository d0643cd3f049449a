package dev.orderflow.chassis.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleDeserializers;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Deserializes one type from exactly one JSON form, without Jackson's coercions. */
final class ScalarDeserializer<T> extends StdScalarDeserializer<T> {

    private static final String WHOLE_NUMBER = "must be a whole number from %d to %d";

    private final transient ScalarReader<T> reader;
    private final String rule;
    private final @Nullable T absent;

    private interface ScalarReader<T> {
        T read(JsonParser parser) throws IOException;
    }

    private ScalarDeserializer(Class<T> type, String rule, @Nullable T absent, ScalarReader<T> reader) {
        super(type);
        this.rule = rule;
        this.absent = absent;
        this.reader = reader;
    }

    /** The deserializers of all types that occur in requests, events and gateway responses. */
    static SimpleDeserializers all() {
        return new EnumDeserializers(Map.of(
                String.class, new ScalarDeserializer<>(String.class, "must be a text", null, ScalarDeserializer::text),
                UUID.class,
                        new ScalarDeserializer<>(
                                UUID.class, "must be a UUID", null, parser -> FullUuid.parse(text(parser))),
                Instant.class,
                        new ScalarDeserializer<>(
                                Instant.class,
                                "must be a time such as 2026-01-31T09:00:00Z",
                                null,
                                parser -> Instant.parse(text(parser))),
                Integer.class, ofInt(null),
                int.class, ofInt(0),
                Long.class, ofLong(null),
                long.class, ofLong(0L)));
    }

    private static ScalarDeserializer<Integer> ofInt(@Nullable Integer absent) {
        return new ScalarDeserializer<>(
                Integer.class,
                WHOLE_NUMBER.formatted(Integer.MIN_VALUE, Integer.MAX_VALUE),
                absent,
                parser -> Math.toIntExact(whole(parser)));
    }

    private static ScalarDeserializer<Long> ofLong(@Nullable Long absent) {
        return new ScalarDeserializer<>(
                Long.class, WHOLE_NUMBER.formatted(Long.MIN_VALUE, Long.MAX_VALUE), absent, ScalarDeserializer::whole);
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        try {
            return reader.read(parser);
        } catch (JsonProcessingException
                | ArithmeticException
                | DateTimeException
                | IllegalArgumentException unreadable) {
            throw UnreadableJson.at(parser, rule, unreadable);
        }
    }

    /** Rejects null for a primitive. */
    @Override
    public @Nullable T getNullValue(DeserializationContext context) {
        if (absent != null) {
            throw UnreadableJson.at(context.getParser(), rule, null);
        }
        return null;
    }

    @Override
    public @Nullable Object getAbsentValue(DeserializationContext context) {
        return absent;
    }

    private static String text(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw new IllegalArgumentException("Not a text");
        }
        return parser.getText();
    }

    /** Accepts any whole number, such as 1e2. */
    private static long whole(JsonParser parser) throws IOException {
        return parser.currentToken() == JsonToken.VALUE_NUMBER_INT
                ? parser.getLongValue()
                : parser.getDecimalValue().longValueExact();
    }

    /** Deserializes enums by exact name; Jackson also accepts surrounding blanks. */
    private static final class EnumDeserializers extends SimpleDeserializers {

        EnumDeserializers(Map<Class<?>, JsonDeserializer<?>> others) {
            super(others);
        }

        @Override
        public JsonDeserializer<?> findEnumDeserializer(
                Class<?> type, DeserializationConfig config, BeanDescription description) {
            return of(type);
        }

        private static <E> ScalarDeserializer<E> of(Class<E> type) {
            E[] constants = type.getEnumConstants();
            return new ScalarDeserializer<>(type, "must be one of " + Arrays.toString(constants), null, parser -> {
                String name = text(parser);
                return Arrays.stream(constants)
                        .filter(constant -> ((Enum<?>) constant).name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("Not among them"));
            });
        }
    }
}
