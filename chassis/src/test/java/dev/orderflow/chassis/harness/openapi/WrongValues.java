package dev.orderflow.chassis.harness.openapi;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Values that a schema excludes. */
record WrongValues(OpenApiDocument api) {

    /**
     * A document with one wrong value.
     *
     * @param field the path to it
     */
    record Wrong(JsonValue document, String field, String value) {}

    /** Of a parameter, which is text in any case. */
    static Stream<String> texts(JsonObject schema) {
        return switch (type(schema)) {
            case "integer", "number" -> Stream.concat(Stream.of("x", "1.5", "99999999999999999999"), beyond(schema));
            case "boolean" -> Stream.of("maybe");
            default -> strings(schema);
        };
    }

    private static Stream<String> beyond(JsonObject schema) {
        return Stream.concat(
                Stream.ofNullable(schema.getJsonNumber("minimum")).map(limit -> String.valueOf(limit.longValue() - 1)),
                Stream.ofNullable(schema.getJsonNumber("maximum")).map(limit -> String.valueOf(limit.longValue() + 1)));
    }

    private static Stream<String> strings(JsonObject schema) {
        if (schema.containsKey("enum")) {
            return Stream.of("NONSENSE");
        }
        return switch (schema.getString("format", "")) {
            case "uuid" -> Stream.of("17", "1-1-1-1-1");
            case "date-time" -> Stream.of("yesterday");
            default ->
                Stream.concat(
                        unlike(schema.getString("pattern", "")),
                        Stream.ofNullable(schema.getJsonNumber("maxLength"))
                                .map(most -> "a".repeat(most.intValue() + 1)));
        };
    }

    /** Liberty itself refuses controls in a path: they come last. */
    private static Stream<String> unlike(String pattern) {
        return Stream.of("~ ~", "\u00e9", "\u0007")
                .filter(value -> !Pattern.compile(pattern).matcher(value).find())
                .limit(1);
    }

    /** At this place of a document, and at all places below it. */
    Stream<Wrong> in(String path, JsonValue value, JsonObject schema) {
        return switch (value) {
            case JsonObject object -> inProperties(path, object, schema);
            case JsonArray array
            when !array.isEmpty() ->
                in(path + "[0]", array.getFirst(), api.resolve(schema, "items"))
                        .map(wrong -> new Wrong(
                                Json.createArrayBuilder(array)
                                        .set(0, wrong.document())
                                        .build(),
                                wrong.field(),
                                wrong.value()));
            default -> Stream.of();
        };
    }

    private Stream<Wrong> inProperties(String path, JsonObject object, JsonObject schema) {
        Set<String> required = schema.getOrDefault("required", JsonValue.EMPTY_JSON_ARRAY).asJsonArray().stream()
                .map(name -> ((JsonString) name).getString())
                .collect(Collectors.toSet());
        return schema.getOrDefault("properties", JsonValue.EMPTY_JSON_OBJECT).asJsonObject().entrySet().stream()
                .flatMap(property -> {
                    String name = property.getKey();
                    String field = path.isEmpty() ? name : path + "." + name;
                    JsonObject rules = api.resolve(property.getValue());
                    Stream<Wrong> replaced =
                            values(rules).map(value -> new Wrong(with(object, name, value), field, value.toString()));
                    Stream<Wrong> missing = required.contains(name)
                            ? Stream.of(
                                    new Wrong(with(object, name, JsonValue.NULL), field, "null"),
                                    new Wrong(without(object, name), field, "nothing"))
                            : Stream.of();
                    Stream<Wrong> below = Optional.ofNullable(object.get(name)).stream()
                            .flatMap(value -> in(field, value, rules))
                            .map(wrong ->
                                    new Wrong(with(object, name, wrong.document()), wrong.field(), wrong.value()));
                    return Stream.of(replaced, missing, below).flatMap(wrong -> wrong);
                });
    }

    private static Stream<JsonValue> values(JsonObject schema) {
        return switch (type(schema)) {
            case "integer" ->
                Stream.concat(
                        Stream.of(
                                Json.createValue("1"),
                                Json.createValue(1.5),
                                JsonValue.TRUE,
                                JsonValue.EMPTY_JSON_OBJECT),
                        Stream.concat(Stream.of("99999999999999999999"), beyond(schema))
                                .map(number -> Json.createValue(new BigDecimal(number))));
            case "boolean" -> Stream.of(Json.createValue("true"), Json.createValue(1));
            case "array" ->
                Stream.concat(
                        Stream.of(JsonValue.EMPTY_JSON_OBJECT, Json.createValue("x")),
                        schema.getInt("minItems", 0) > 0 ? Stream.of(JsonValue.EMPTY_JSON_ARRAY) : Stream.of());
            case "object" -> Stream.of(JsonValue.EMPTY_JSON_ARRAY, Json.createValue(1));
            default ->
                Stream.concat(
                        Stream.of(Json.createValue(4711), JsonValue.FALSE, JsonValue.EMPTY_JSON_ARRAY),
                        strings(schema).map(Json::createValue));
        };
    }

    private static JsonObject with(JsonObject object, String name, JsonValue value) {
        return Json.createObjectBuilder(object).add(name, value).build();
    }

    private static JsonObject without(JsonObject object, String name) {
        return Json.createObjectBuilder(object).remove(name).build();
    }

    /** The one that is not null. */
    private static String type(JsonObject schema) {
        JsonValue type = schema.getOrDefault("type", JsonValue.NULL);
        return switch (type) {
            case JsonString one -> one.getString();
            case JsonArray several ->
                several.stream()
                        .map(one -> ((JsonString) one).getString())
                        .filter(one -> !one.equals("null"))
                        .findFirst()
                        .orElse("string");
            default -> "string";
        };
    }
}
