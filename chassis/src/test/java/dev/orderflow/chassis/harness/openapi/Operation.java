package dev.orderflow.chassis.harness.openapi;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A documented operation.
 *
 * @param path with its parameters in braces
 */
public record Operation(OpenApiDocument document, String method, String path, JsonObject json) {

    /** Whether a path, as it is sent, is one of this operation. */
    boolean matches(String rawPath) {
        return rawPath.matches(path.replaceAll("\\{[^}]*}", "[^/]+"));
    }

    /** Documented statuses. */
    public Set<String> statuses() {
        return json.getJsonObject("responses").keySet();
    }

    /** Those of path, query and header. */
    public List<JsonObject> parameters() {
        return json.getOrDefault("parameters", JsonValue.EMPTY_JSON_ARRAY).asJsonArray().stream()
                .map(document::resolve)
                .toList();
    }

    /** Names of the documented query parameters. */
    public Set<String> queryParameters() {
        return parameters().stream()
                .filter(parameter -> parameter.getString("in").equals("query"))
                .map(parameter -> parameter.getString("name"))
                .collect(Collectors.toSet());
    }

    /** What is said of an answer with this status. */
    public Optional<JsonObject> response(String status) {
        return Optional.ofNullable(json.getJsonObject("responses").get(status)).map(document::resolve);
    }

    /** The documented bodies of an answer by their media types. */
    public Map<String, JsonObject> contents(String status) {
        return response(status).map(this::contents).orElse(Map.of());
    }

    /** The documented bodies of a request by their media types. */
    public Map<String, JsonObject> requests() {
        return json.containsKey("requestBody") ? contents(document.resolve(json.get("requestBody"))) : Map.of();
    }

    /** The documented bodies of the request and of every answer. */
    Stream<JsonObject> contents() {
        return Stream.concat(
                requests().values().stream(),
                statuses().stream().flatMap(status -> contents(status).values().stream()));
    }

    private Map<String, JsonObject> contents(JsonObject holder) {
        return holder.getOrDefault("content", JsonValue.EMPTY_JSON_OBJECT).asJsonObject().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, content -> content.getValue().asJsonObject(), (a, b) -> a, TreeMap::new));
    }

    /** The examples of a body: those of the content, or else those of its schema. */
    public Map<String, JsonValue> examples(JsonObject content) {
        Map<String, JsonValue> examples = new TreeMap<>();
        content.getOrDefault("examples", JsonValue.EMPTY_JSON_OBJECT)
                .asJsonObject()
                .forEach((name, example) ->
                        examples.put(name, document.resolve(example).get("value")));
        if (content.containsKey("example")) {
            examples.put("example", content.get("example"));
        }
        if (examples.isEmpty() && content.containsKey("schema")) {
            examples.putAll(schemaExamples(document.resolve(content.get("schema"))));
        }
        return examples;
    }

    /** Those of a schema; for an array, that of an item as the only one. */
    private Map<String, JsonValue> schemaExamples(JsonObject schema) {
        Map<String, JsonValue> examples = new TreeMap<>();
        schema.getOrDefault("examples", JsonValue.EMPTY_JSON_ARRAY)
                .asJsonArray()
                .forEach(example -> examples.put("schema " + examples.size(), example));
        if (schema.containsKey("items")) {
            schemaExamples(document.resolve(schema.get("items")))
                    .forEach((name, item) -> examples.put(
                            name, Json.createArrayBuilder().add(item).build()));
        }
        return examples;
    }

    /** Types of the problems that an answer with this status may be, as its examples tell them. */
    public Set<String> problemTypes(String status) {
        return problems(status)
                .map(problem -> problem.getString("type"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    Stream<JsonObject> problems(String status) {
        return Stream.ofNullable(contents(status).get("application/problem+json"))
                .flatMap(content -> examples(content).values().stream())
                .map(JsonValue::asJsonObject);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
