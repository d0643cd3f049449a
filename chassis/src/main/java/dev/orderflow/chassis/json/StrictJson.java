package dev.orderflow.chassis.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;

/**
 * Reads and writes records without coercion: a number that does not fit is rejected, text is not read as a number, and
 * an array is not read as an object. Unknown members are ignored, so a newer version may add some.
 */
public final class StrictJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.WRAP_EXCEPTIONS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .addModule(values())
            .build();

    private StrictJson() {}

    /**
     * Reads a document.
     *
     * @throws UnreadableJson if the document does not match the type; exceptions of a record's constructor pass through
     */
    public static <T> T read(String text, Class<T> type) {
        ObjectReader reader = MAPPER.readerFor(type);
        try (JsonParser parser = reader.createParser(text)) {
            return type.cast(read(reader, parser));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Reads untrusted input as I-JSON (RFC 7493), within the limits of {@link RequestParser}. */
    public static Object readRequest(byte[] body, Type type) {
        ObjectReader reader =
                MAPPER.readerFor(MAPPER.constructType(type)).with(StreamReadFeature.STRICT_DUPLICATE_DETECTION);
        try (JsonParser parser = new RequestParser(reader.createParser(text(body)))) {
            return read(reader, parser);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException("Cannot be written as JSON: " + value.getClass(), unwritable);
        }
    }

    private static Object read(ObjectReader reader, JsonParser parser) throws IOException {
        try {
            Object value = reader.readValue(parser);
            if (value == null) {
                throw new UnreadableJson("", "must not be null", null);
            }
            return value;
        } catch (JsonMappingException mismatch) {
            if (mismatch instanceof ValueInstantiationException
                    && mismatch.getCause() instanceof RuntimeException guard) {
                throw guard;
            }
            throw UnreadableJson.at(parser, "must have the documented form", mismatch);
        } catch (JsonProcessingException broken) {
            if (broken.getOriginalMessage().startsWith("Duplicate")) {
                throw UnreadableJson.at(parser, "must not be named twice in one object", broken);
            }
            JsonLocation at = Objects.requireNonNullElseGet(broken.getLocation(), parser::currentLocation);
            throw new UnreadableJson(
                    "", "no JSON from line %d, column %d on".formatted(at.getLineNr(), at.getColumnNr()), broken);
        }
    }

    private static String text(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new UnreadableJson("", "must be in UTF-8", e);
        }
    }

    private static SimpleModule values() {
        SimpleModule module = new SimpleModule();
        module.setDeserializers(ScalarDeserializer.all());
        module.addSerializer(Instant.class, ToStringSerializer.instance);
        return module;
    }
}
