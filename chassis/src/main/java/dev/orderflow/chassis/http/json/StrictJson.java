package dev.orderflow.chassis.http.json;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.JsonbException;
import jakarta.json.bind.serializer.DeserializationContext;
import jakarta.json.bind.serializer.JsonbDeserializer;
import jakarta.json.stream.JsonParser;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Type;
import java.math.BigDecimal;

/**
 * JSON of the HTTP API. A number that does not fit is refused, where JSON-B by itself would cut it: 1.5 units are not 1.
 * It guards {@code Integer} and {@code Long}, not the primitives, which JSON-B does not let one guard: requests use the former.
 */
@Provider
public class StrictJson implements ContextResolver<Jsonb> {

    private final Jsonb jsonb =
            JsonbBuilder.create(new JsonbConfig().withDeserializers(new WholeInt(), new WholeLong()));

    @Override
    public Jsonb getContext(Class<?> type) {
        return jsonb;
    }

    /** An int, or nothing. */
    public static class WholeInt implements JsonbDeserializer<Integer> {

        @Override
        public Integer deserialize(JsonParser parser, DeserializationContext context, Type type) {
            try {
                return number(parser).intValueExact();
            } catch (ArithmeticException e) {
                throw new JsonbException("Not a whole number of the allowed size", e);
            }
        }
    }

    /** A long, or nothing. */
    public static class WholeLong implements JsonbDeserializer<Long> {

        @Override
        public Long deserialize(JsonParser parser, DeserializationContext context, Type type) {
            try {
                return number(parser).longValueExact();
            } catch (ArithmeticException e) {
                throw new JsonbException("Not a whole number of the allowed size", e);
            }
        }
    }

    private static BigDecimal number(JsonParser parser) {
        try {
            return parser.getBigDecimal();
        } catch (IllegalStateException e) {
            throw new JsonbException("Not a number", e);
        }
    }
}
