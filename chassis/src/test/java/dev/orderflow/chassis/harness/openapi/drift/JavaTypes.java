package dev.orderflow.chassis.harness.openapi.drift;

import dev.orderflow.chassis.http.Problem;
import dev.orderflow.chassis.http.paging.Page;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The Java types that the schemas of a document describe.
 *
 * @param schemas types by the names of their schemas
 * @param values the allowed values of strings, by their place in the document, such as {@code Order.status}. Only for
 *     strings that have no enum type in Java
 */
public record JavaTypes(Map<String, Type> schemas, Map<String, Set<String>> values) {

    /** The types that all services share. */
    public static final JavaTypes CHASSIS =
            new JavaTypes(Map.of("Problem", Problem.class, "FieldError", Problem.FieldError.class), Map.of());

    private record Generic(Type raw, Type argument) implements ParameterizedType {

        @Override
        public Type[] getActualTypeArguments() {
            return new Type[] {argument};
        }

        @Override
        public Type getRawType() {
            return raw;
        }

        @Override
        public @Nullable Type getOwnerType() {
            return null;
        }
    }

    /** Returns the type of a page of items. */
    public static Type page(Type item) {
        return generic(Page.class, item);
    }

    static Type generic(Type raw, Type argument) {
        return new Generic(raw, argument);
    }

    /** Returns the names of the constants of an enum, and other values. */
    public static Set<String> names(Class<? extends Enum<?>> constants, String... others) {
        Set<String> names = new TreeSet<>(TypeDrift.names(constants));
        Stream.of(others).forEach(names::add);
        return names;
    }

    /** Returns these types and others. */
    public JavaTypes and(JavaTypes others) {
        Map<String, Type> allSchemas = new TreeMap<>(schemas);
        allSchemas.putAll(others.schemas);
        Map<String, Set<String>> allValues = new TreeMap<>(values);
        allValues.putAll(others.values);
        return new JavaTypes(allSchemas, allValues);
    }

    @Nullable
    Type of(String name) {
        return schemas.get(name);
    }

    @Nullable
    Set<String> valuesAt(String place) {
        return values.get(place);
    }
}
