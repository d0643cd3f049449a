package dev.orderflow.chassis.harness.openapi;

import dev.orderflow.chassis.harness.http.RawRequest;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A request like the examples of the document, with one wrong value.
 *
 * @param field the name that the problem has to give for that value
 */
record WrongRequest(String method, String target, List<String> fields, String body, String field, String value) {

    private static final String ID = "01a206f8-021f-7798-a2bc-15cc07700889";

    /** All that can be made of an operation. */
    static Stream<WrongRequest> of(Operation operation) {
        return Stream.concat(
                operation.parameters().stream().flatMap(parameter -> wrongly(operation, parameter)),
                operation.requests().entrySet().stream()
                        .filter(content -> content.getKey().endsWith("json"))
                        .flatMap(content -> wronglyIn(operation, content.getValue())));
    }

    private static Stream<WrongRequest> wrongly(Operation operation, JsonObject parameter) {
        String name = parameter.getString("name");
        String in = parameter.getString("in");
        JsonObject schema = operation.document().resolve(parameter, "schema");
        // A malformed id in a path is 404.
        boolean isId = in.equals("path") && schema.getString("format", "").equals("uuid");
        return isId
                ? Stream.of()
                : WrongValues.texts(schema)
                        .map(value -> new WrongRequest(
                                operation.method(),
                                target(operation, in.equals("path") ? name : "", value)
                                        + (in.equals("query") ? "?" + name + "=" + encoded(value) : ""),
                                fields(operation, in.equals("header") ? name : "", value),
                                example(operation),
                                name,
                                value));
    }

    private static Stream<WrongRequest> wronglyIn(Operation operation, JsonObject content) {
        List<String> fields = new ArrayList<>(fields(operation, "", ""));
        JsonObject schema = operation.document().resolve(content, "schema");
        return operation.examples(content).values().stream()
                .flatMap(example -> new WrongValues(operation.document()).in("", example, schema))
                .map(wrong -> new WrongRequest(
                        operation.method(),
                        target(operation, "", ""),
                        fields,
                        wrong.document().toString(),
                        wrong.field(),
                        wrong.value()));
    }

    private static String target(Operation operation, String name, String value) {
        String target = operation.path();
        for (JsonObject parameter : operation.parameters()) {
            if (parameter.getString("in").equals("path")) {
                String placeholder = parameter.getString("name");
                target = target.replace(
                        "{" + placeholder + "}",
                        encoded(placeholder.equals(name) ? value : good(operation, parameter)));
            }
        }
        return target;
    }

    private static List<String> fields(Operation operation, String name, String value) {
        List<String> fields = new ArrayList<>();
        if (!example(operation).isEmpty()) {
            fields.add("Content-Type: application/json");
        }
        for (JsonObject parameter : operation.parameters()) {
            String header = parameter.getString("name");
            if (parameter.getString("in").equals("header")
                    && (header.equals(name) || parameter.getBoolean("required", false))) {
                fields.add(header + ": " + (header.equals(name) ? value : good(operation, parameter)));
            }
        }
        return fields;
    }

    /** A key of its own for each, so that none is a repetition. */
    private static String good(Operation operation, JsonObject parameter) {
        if (parameter.getString("name").equals("Idempotency-Key")) {
            return UUID.randomUUID().toString();
        }
        JsonObject schema = operation.document().resolve(parameter, "schema");
        return Stream.concat(
                        Stream.ofNullable(parameter.get("example")),
                        schema.getOrDefault("examples", JsonValue.EMPTY_JSON_ARRAY).asJsonArray().stream())
                .map(value -> value instanceof JsonString text ? text.getString() : value.toString())
                .findFirst()
                .orElse(ID);
    }

    private static String example(Operation operation) {
        return operation.requests().values().stream()
                .flatMap(content -> operation.examples(content).values().stream())
                .map(JsonValue::toString)
                .findFirst()
                .orElse("");
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    RawRequest raw() {
        return new RawRequest(method, target, fields, RawRequest.utf8(body), false);
    }

    @Override
    public String toString() {
        return "%s of %s %s, %s,".formatted(field, method, target, value);
    }
}
