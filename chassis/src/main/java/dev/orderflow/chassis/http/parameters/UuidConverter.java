package dev.orderflow.chassis.http.parameters;

import dev.orderflow.chassis.json.FullUuid;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the ids in paths. A path with a malformed id is answered 404. */
@Provider
public class UuidConverter implements ParamConverterProvider {

    private static final ParamConverter<UUID> CONVERTER = new ParamConverter<>() {
        @Override
        public UUID fromString(String text) {
            return FullUuid.parse(text);
        }

        @Override
        public String toString(UUID id) {
            return id.toString();
        }
    };

    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type genericType, Annotation[] annotations) {
        return type.equals(UUID.class) ? (ParamConverter<T>) CONVERTER : null;
    }
}
