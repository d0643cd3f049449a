package dev.orderflow.chassis.harness.openapi.drift;

import dev.orderflow.chassis.harness.openapi.OpenApiDocument;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbTransient;
import jakarta.validation.constraints.NotNull;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where schemas and the Java types that they describe differ. */
final class TypeDrift {

    private record Shape(String type, @Nullable String format) {}

    private static final Map<Type, Shape> SHAPES = Map.ofEntries(
            Map.entry(UUID.class, new Shape("string", "uuid")),
            Map.entry(Instant.class, new Shape("string", "date-time")),
            Map.entry(int.class, new Shape("integer", "int32")),
            Map.entry(Integer.class, new Shape("integer", "int32")),
            Map.entry(long.class, new Shape("integer", "int64")),
            Map.entry(Long.class, new Shape("integer", "int64")),
            Map.entry(Double.class, new Shape("number", "double")),
            Map.entry(boolean.class, new Shape("boolean", null)));

    private final OpenApiDocument document;
    private final JavaTypes types;

    TypeDrift(OpenApiDocument document, JavaTypes types) {
        this.document = document;
        this.types = types;
    }

    /** A named schema against its record or enum. */
    List<String> ofNamed(String name, JsonObject schema, Type type) {
        if (type instanceof Class<?> constants && constants.isEnum()) {
            return differs(name + " values", enumValues(schema), names(constants));
        }
        Class<?> record = (Class<?>) (type instanceof ParameterizedType generic ? generic.getRawType() : type);
        List<RecordComponent> components = Arrays.stream(record.getRecordComponents())
                .filter(component -> !field(component).isAnnotationPresent(JsonbTransient.class))
                .toList();
        JsonObject properties = schema.getJsonObject("properties");
        List<String> found = new ArrayList<>(differs(
                name + " properties",
                properties.keySet(),
                components.stream().map(RecordComponent::getName).collect(Collectors.toSet())));
        found.addAll(differs(
                name + " required",
                strings(schema.getOrDefault("required", JsonValue.EMPTY_JSON_ARRAY)),
                components.stream()
                        .filter(TypeDrift::isAlwaysThere)
                        .map(RecordComponent::getName)
                        .collect(Collectors.toSet())));
        for (RecordComponent component : components) {
            JsonValue property = properties.get(component.getName());
            if (property != null) {
                String at = name + "." + component.getName();
                found.addAll(differs(
                        at + " nullable",
                        strings(document.resolve(property).get("type")).contains("null"),
                        isNillable(component.getDeclaringRecord()) && isNullable(component)));
                found.addAll(limits(at, field(component), component.getType(), document.resolve(property)));
                found.addAll(ofValue(at, property.asJsonObject(), filled(component.getGenericType(), type)));
            }
        }
        return found;
    }

    /** Bean Validation against what the schema of the same value allows. */
    static List<String> limits(String at, AnnotatedElement value, Class<?> type, JsonObject schema) {
        return differs(
                at + " limits", Limits.documented(schema), Limits.validated(value, List.class.isAssignableFrom(type)));
    }

    /** A schema where it is used, against the type of the value. */
    List<String> ofValue(String at, JsonObject schema, Type type) {
        JsonObject resolved = document.resolve(schema);
        if (type instanceof ParameterizedType generic && generic.getRawType() == List.class) {
            List<String> found = new ArrayList<>(shape(at, resolved, new Shape("array", null)));
            found.addAll(ofValue(at + "[]", resolved.getJsonObject("items"), generic.getActualTypeArguments()[0]));
            return found;
        }
        if (type instanceof ParameterizedType generic && generic.getRawType() == Map.class) {
            List<String> found = new ArrayList<>(shape(at, resolved, new Shape("object", null)));
            found.addAll(ofValue(
                    at + "{}", resolved.getJsonObject("additionalProperties"), generic.getActualTypeArguments()[1]));
            return found;
        }
        if (type == String.class) {
            return ofText(at, resolved);
        }
        Shape shape = SHAPES.get(type);
        return shape == null ? ofReference(at, schema, type) : shape(at, resolved, shape);
    }

    private List<String> ofReference(String at, JsonObject schema, Type type) {
        String name = schema.getString("$ref", "").replaceFirst(".*/", "");
        return differs(at + " is " + name, types.of(name), type);
    }

    private List<String> ofText(String at, JsonObject schema) {
        List<String> found = new ArrayList<>(differs(at + " type", nonNull(schema), "string"));
        if (schema.containsKey("enum")) {
            found.addAll(differs(at + " values", enumValues(schema), types.valuesAt(at)));
        }
        return found;
    }

    private static List<String> shape(String at, JsonObject schema, Shape shape) {
        List<String> found = new ArrayList<>(differs(at + " type", nonNull(schema), shape.type()));
        found.addAll(differs(at + " format", schema.getString("format", null), shape.format()));
        return found;
    }

    static List<String> differs(String at, @Nullable Object documented, @Nullable Object real) {
        return Objects.equals(documented, real)
                ? List.of()
                : List.of(at + ": " + documented + " in the document, " + real + " in the code");
    }

    private static boolean isAlwaysThere(RecordComponent component) {
        return field(component).isAnnotationPresent(NotNull.class)
                || !isNullable(component)
                || isNillable(component.getDeclaringRecord());
    }

    private static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static boolean isNillable(Class<?> record) {
        return record.isAnnotationPresent(JsonbNillable.class);
    }

    private static Field field(RecordComponent component) {
        try {
            return component.getDeclaringRecord().getDeclaredField(component.getName());
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }

    /** With the type argument of the record in the place of its parameter. */
    private static Type filled(Type type, Type record) {
        return type instanceof ParameterizedType generic
                        && generic.getActualTypeArguments()[0] instanceof TypeVariable<?>
                        && record instanceof ParameterizedType whole
                ? JavaTypes.generic(generic.getRawType(), whole.getActualTypeArguments()[0])
                : type;
    }

    private static String nonNull(JsonObject schema) {
        return strings(schema.get("type")).stream()
                .filter(type -> !type.equals("null"))
                .collect(Collectors.joining(" or "));
    }

    static Set<String> enumValues(JsonObject schema) {
        return strings(schema.getOrDefault("enum", JsonValue.EMPTY_JSON_ARRAY));
    }

    static Set<String> names(Class<?> constants) {
        return Arrays.stream(constants.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> strings(@Nullable JsonValue oneOrMore) {
        if (oneOrMore == null) {
            return Set.of();
        }
        JsonArray values = oneOrMore instanceof JsonArray several
                ? several
                : Json.createArrayBuilder().add(oneOrMore).build();
        return values.stream()
                .filter(JsonString.class::isInstance)
                .map(value -> ((JsonString) value).getString())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
