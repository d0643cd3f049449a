package dev.orderflow.chassis.harness.openapi;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** As much of JSON Schema as the documents of this house use; a property that is not documented is a fault here. */
final class SchemaCheck {

    private final OpenApiDocument document;

    SchemaCheck(OpenApiDocument document) {
        this.document = document;
    }

    List<String> complaints(String at, JsonValue value, JsonValue reference) {
        JsonObject schema = document.resolve(reference);
        List<String> types = types(schema);
        if (types.stream().noneMatch(type -> is(value, type))) {
            return List.of(at + " is " + value + ", not " + types);
        }
        JsonArray allowed = schema.getJsonArray("enum");
        if (allowed != null && !allowed.contains(value)) {
            return List.of(at + " is " + value + ", not one of " + allowed);
        }
        return switch (value) {
            case JsonObject object -> object(at, object, schema);
            case JsonArray array -> array(at, array, schema);
            case JsonString text -> text(at, text.getString(), schema);
            case JsonNumber number -> number(at, number.bigDecimalValue(), schema);
            default -> List.of();
        };
    }

    private static List<String> types(JsonObject schema) {
        return switch (schema.get("type")) {
            case JsonString one -> List.of(one.getString());
            case JsonArray several ->
                several.getValuesAs(JsonString.class).stream()
                        .map(JsonString::getString)
                        .toList();
            case null, default -> throw new IllegalArgumentException("A schema without a type: " + schema);
        };
    }

    private static boolean is(JsonValue value, String type) {
        return switch (value.getValueType()) {
            case OBJECT -> type.equals("object");
            case ARRAY -> type.equals("array");
            case STRING -> type.equals("string");
            case NUMBER -> type.equals("number") || (type.equals("integer") && ((JsonNumber) value).isIntegral());
            case TRUE, FALSE -> type.equals("boolean");
            case NULL -> type.equals("null");
        };
    }

    private List<String> object(String at, JsonObject object, JsonObject schema) {
        List<String> found = new ArrayList<>();
        Map<String, JsonValue> properties =
                schema.getOrDefault("properties", JsonValue.EMPTY_JSON_OBJECT).asJsonObject();
        schema.getOrDefault("required", JsonValue.EMPTY_JSON_ARRAY).asJsonArray().getValuesAs(JsonString.class).stream()
                .filter(name -> !object.containsKey(name.getString()))
                .forEach(name -> found.add(at + " lacks " + name));
        JsonValue others = schema.get("additionalProperties");
        object.forEach((name, value) -> {
            JsonValue documented = properties.getOrDefault(name, others);
            found.addAll(
                    documented instanceof JsonObject
                            ? complaints(at + "/" + name, value, documented)
                            : List.of(at + " has " + name + ", which is not documented"));
        });
        return found;
    }

    private List<String> array(String at, JsonArray array, JsonObject schema) {
        Stream<String> size = within(at, array.size(), schema, "minItems", "maxItems");
        return Stream.concat(
                        size,
                        IntStream.range(0, array.size())
                                .boxed()
                                .flatMap(i ->
                                        complaints(at + "/" + i, array.get(i), schema.getJsonObject("items")).stream()))
                .toList();
    }

    private static List<String> text(String at, String text, JsonObject schema) {
        List<String> found =
                new ArrayList<>(within(at, text.codePointCount(0, text.length()), schema, "minLength", "maxLength")
                        .toList());
        if (schema.containsKey("pattern")
                && !Pattern.compile(schema.getString("pattern")).matcher(text).find()) {
            found.add(at + " is \"" + text + "\", which is not " + schema.getString("pattern"));
        }
        try {
            switch (schema.getString("format", "")) {
                case "uuid" -> UUID.fromString(text);
                case "date-time" -> java.time.OffsetDateTime.parse(text);
                default -> {}
            }
        } catch (IllegalArgumentException | java.time.DateTimeException e) {
            found.add(at + " is \"" + text + "\", no " + schema.getString("format"));
        }
        return found;
    }

    private static List<String> number(String at, BigDecimal number, JsonObject schema) {
        return within(at, number, schema, "minimum", "maximum").toList();
    }

    private static Stream<String> within(String at, int size, JsonObject schema, String least, String most) {
        return within(at, BigDecimal.valueOf(size), schema, least, most);
    }

    private static Stream<String> within(String at, BigDecimal size, JsonObject schema, String least, String most) {
        JsonNumber minimum = schema.getJsonNumber(least);
        JsonNumber maximum = schema.getJsonNumber(most);
        boolean fits = (minimum == null || size.compareTo(minimum.bigDecimalValue()) >= 0)
                && (maximum == null || size.compareTo(maximum.bigDecimalValue()) <= 0);
        return fits ? Stream.empty() : Stream.of(at + " is " + size + ", not " + minimum + " to " + maximum);
    }
}
