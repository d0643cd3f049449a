package dev.orderflow.chassis.harness.openapi;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds what a document lacks. */
final class Completeness {

    private static final String PROBLEM = "application/problem+json";

    private final OpenApiDocument document;
    private final OpenApiDocument shared = OpenApiDocument.ofChassis();
    private final List<String> gaps = new ArrayList<>();

    private Completeness(OpenApiDocument document) {
        this.document = document;
    }

    static List<String> gaps(OpenApiDocument document) {
        var review = new Completeness(document);
        review.frame();
        document.operations().forEach(review::operation);
        return review.gaps;
    }

    private void frame() {
        JsonObject root = document.root();
        demand("info", root.getJsonObject("info"), "title", "description", "version");
        root.getJsonArray("tags")
                .getValuesAs(JsonObject.class)
                .forEach(tag -> demand("tag " + tag, tag, "description"));
        demand("the document", root, "servers");
    }

    private void operation(Operation operation) {
        String at = operation.toString();
        demand(at, operation.json(), "operationId", "summary", "description", "tags");
        Set<String> known = document.root().getJsonArray("tags").getValuesAs(JsonObject.class).stream()
                .map(tag -> tag.getString("name"))
                .collect(Collectors.toSet());
        array(operation.json(), "tags").getValuesAs(JsonString.class).stream()
                .filter(tag -> !known.contains(tag.getString()))
                .forEach(tag -> gaps.add(at + ": unknown tag " + tag));
        array(operation.json(), "parameters").forEach(parameter -> parameter(at, document.resolve(parameter)));
        operation.requests().forEach((type, content) -> content(at + " request " + type, operation, content));
        Set<String> statuses = operation.statuses();
        groups(operation)
                .flatMap(group -> shared.sharedStatuses(group).stream())
                .filter(status -> !statuses.contains(status))
                .forEach(status -> gaps.add(at + " lacks " + status));
        statuses.forEach(status -> answer(at + " " + status, operation, status));
    }

    private static Stream<String> groups(Operation operation) {
        String ofBody = operation.requests().isEmpty() ? "noBody" : "everyBody";
        return operation.isChange()
                ? Stream.of("everyOperation", "everyChange", ofBody)
                : Stream.of("everyOperation", ofBody);
    }

    private void parameter(String at, JsonObject parameter) {
        String name = at + " parameter " + parameter.getString("name", "?");
        demand(name, parameter, "description", "schema", "example");
        if (parameter.containsKey("schema")) {
            demand(name + " schema", document.resolve(parameter.get("schema")), "type");
        }
    }

    private void answer(String at, Operation operation, String status) {
        JsonObject answer = operation.response(status).orElseThrow();
        demand(at, answer, "description");
        answer.getOrDefault("headers", JsonValue.EMPTY_JSON_OBJECT)
                .asJsonObject()
                .forEach((name, header) -> {
                    demand(at + " " + name, document.resolve(header), "description", "schema");
                    demand(at + " " + name, document.resolve(header).getJsonObject("schema"), "type", "examples");
                });
        Map<String, JsonObject> contents = operation.contents(status);
        if (contents.isEmpty() && !status.equals("304") && !status.equals("204")) {
            gaps.add(at + " has no content");
        }
        contents.forEach((type, content) -> content(at + " " + type, operation, content));
        if (status.compareTo("400") >= 0 && !contents.keySet().equals(Set.of(PROBLEM))) {
            gaps.add(at + " is no problem");
        }
    }

    private void content(String at, Operation operation, JsonObject content) {
        demand(at, content, "schema");
        if (operation.examples(content).isEmpty()) {
            gaps.add(at + " has no example");
        }
    }

    private void demand(String at, JsonObject object, String... names) {
        for (String name : names) {
            JsonValue value = object.get(name);
            boolean missing = value == null
                    || (value instanceof JsonString text && text.getString().isBlank())
                    || (value instanceof JsonArray array && array.isEmpty());
            if (missing) {
                gaps.add(at + " has no " + name);
            }
        }
    }

    private static JsonArray array(JsonObject object, String name) {
        return object.getOrDefault(name, JsonValue.EMPTY_JSON_ARRAY).asJsonArray();
    }
}
