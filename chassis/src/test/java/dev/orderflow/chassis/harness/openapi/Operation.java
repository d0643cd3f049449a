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
 * @param path the template, with parameters in braces
 */
public record Operation(OpenApiDocument document, String method, String path, JsonObject json) {

    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    /** Whether the path of a request matches the template. */
    boolean matches(String rawPath) {
        return rawPath.matches(path.replaceAll("\\{[^}]*}", "[^/]+"));
    }

    /** Whether the method is one that may change data. */
    boolean isChange() {
        return !READS.contains(method);
    }

    /** Returns the documented statuses. */
    public Set<String> statuses() {
        return json.getJsonObject("responses").keySet();
    }

    /** Returns the parameters of path, query and header. */
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

    /** Returns what the response with this status refers to, or an empty text if the operation defines it itself. */
    public String reference(String status) {
        return json.getJsonObject("responses").getJsonObject(status).getString("$ref", "");
    }

    /** Returns the documented response with this status. */
    public Optional<JsonObject> response(String status) {
        return Optional.ofNullable(json.getJsonObject("responses").get(status)).map(document::resolve);
    }

    /** Returns the documented bodies of a response, by media type. */
    public Map<String, JsonObject> contents(String status) {
        return response(status).map(this::contents).orElse(Map.of());
    }

    /** Returns the documented bodies of the request, by media type. */
    public Map<String, JsonObject> requests() {
        return json.containsKey("requestBody") ? contents(document.resolve(json.get("requestBody"))) : Map.of();
    }

    /** Returns the documented bodies of the request and of all responses. */
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

    /** Returns the examples of a body. If it has none of its own, returns those of its schema. */
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

    /** Returns the examples of a schema. An array also has one example per example of its items. */
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

    /** Returns the types of problems in the examples of the response with this status. */
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
