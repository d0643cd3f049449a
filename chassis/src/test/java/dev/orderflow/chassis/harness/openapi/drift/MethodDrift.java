package dev.orderflow.chassis.harness.openapi.drift;

import static dev.orderflow.chassis.harness.openapi.drift.TypeDrift.differs;

import dev.orderflow.chassis.harness.openapi.Operation;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds differences between an operation and its resource method. */
final class MethodDrift {

    /** A resource method has no parameters for these: it reads them from {@link HttpHeaders}. */
    private static final Set<String> PRECONDITIONS = Set.of("header If-Match", "header If-None-Match");

    private final Operation operation;
    private final Method method;
    private final TypeDrift types;
    private final List<String> found = new ArrayList<>();

    private MethodDrift(Operation operation, Method method, TypeDrift types) {
        this.operation = operation;
        this.method = method;
        this.types = types;
    }

    static List<String> of(Operation operation, Method method, TypeDrift types) {
        var drift = new MethodDrift(operation, method, types);
        drift.parameters();
        drift.request();
        drift.answer();
        return drift.found;
    }

    private void parameters() {
        Map<String, JsonObject> documented = operation.parameters().stream()
                .collect(Collectors.toMap(
                        parameter -> parameter.getString("in") + " " + parameter.getString("name"),
                        Function.identity(),
                        (one, other) -> one,
                        TreeMap::new));
        boolean takesPreconditions = documented.keySet().removeAll(PRECONDITIONS);
        check(
                "preconditions",
                takesPreconditions,
                Arrays.asList(method.getParameterTypes()).contains(HttpHeaders.class));
        List<Input> inputs = Input.of(method);
        check(
                "parameters",
                documented.keySet(),
                inputs.stream().map(Input::toString).collect(Collectors.toCollection(TreeSet::new)));
        for (Input input : inputs) {
            JsonObject parameter = documented.get(input.toString());
            if (parameter != null) {
                parameter(input, parameter);
            }
        }
    }

    private void parameter(Input input, JsonObject parameter) {
        boolean isRequired = input.place().equals("path") || input.element().isAnnotationPresent(NotNull.class);
        check(input + " required", parameter.getBoolean("required", false), isRequired);
        JsonObject schema = operation.document().resolve(parameter.getJsonObject("schema"));
        DefaultValue byDefault = input.element().getAnnotation(DefaultValue.class);
        check(input + " default", text(schema.get("default")), byDefault == null ? null : byDefault.value());
        JsonValue pattern = Limits.validated(input.element(), false).get("pattern");
        if (pattern instanceof JsonString regexp && !schema.containsKey("pattern")) {
            readText(input, regexp.getString(), schema);
        } else {
            found.addAll(TypeDrift.limits(operation + " " + input, input.element(), input.type(), schema));
            found.addAll(types.ofValue(operation + " " + input, schema, input.type()));
        }
    }

    /** Compares the pattern of a Java string with a schema of another type, or with its enum. */
    private void readText(Input input, String pattern, JsonObject schema) {
        switch (schema.getString("type")) {
            case "integer" -> {
                long least = schema.getJsonNumber("minimum").longValueExact();
                long most = schema.getJsonNumber("maximum").longValueExact();
                check(input + " least", true, matches(pattern, least) && !matches(pattern, least - 1));
                check(input + " most", true, matches(pattern, most) && !matches(pattern, most + 1));
            }
            case "boolean" -> check(input + " pattern", "true|false", pattern);
            default -> {
                check(input + " values", TypeDrift.enumValues(schema), new TreeSet<>(List.of(pattern.split("\\|"))));
                found.addAll(types.ofValue(operation + " " + input, schema, String.class));
            }
        }
    }

    private static boolean matches(String pattern, long number) {
        return Long.toString(number).matches(pattern);
    }

    private void request() {
        var body = Input.body(method);
        check("request", !operation.requests().isEmpty(), body.isPresent());
        body.filter(parameter -> !operation.requests().isEmpty()).ifPresent(parameter -> {
            check(
                    "request required",
                    operation.json().getJsonObject("requestBody").getBoolean("required", false),
                    true);
            Consumes consumes = method.getAnnotation(Consumes.class);
            check(
                    "request types",
                    operation.requests().keySet(),
                    mediaTypes(consumes == null ? method.getDeclaringClass().getAnnotation(Consumes.class) : consumes));
            if (parameter.getType() != byte[].class) {
                operation.requests().values().forEach(content -> schema("request", content, parameter.getType()));
            }
        });
    }

    private static Set<String> mediaTypes(@Nullable Consumes consumes) {
        return consumes == null ? Set.of() : Set.of(consumes.value());
    }

    private void answer() {
        Set<String> successes = operation.statuses().stream()
                .filter(status -> status.startsWith("2"))
                .collect(Collectors.toSet());
        Produces own = method.getAnnotation(Produces.class);
        Produces produces = own == null ? method.getDeclaringClass().getAnnotation(Produces.class) : own;
        for (String status : successes) {
            if (!operation.contents(status).isEmpty()) {
                check(
                        status + " types",
                        operation.contents(status).keySet(),
                        produces == null ? Set.of() : Set.of(produces.value()));
            }
        }
        Class<?> type = method.getReturnType();
        if (type == void.class) {
            check(
                    "content",
                    false,
                    successes.contains("204") && !operation.contents("204").isEmpty());
        } else if (type != Response.class) {
            check("success", successes, Set.of("200"));
            operation.contents("200").values().forEach(content -> schema("200", content, type));
        }
    }

    private void schema(String at, JsonObject content, Class<?> type) {
        found.addAll(types.ofValue(operation + " " + at, content.getJsonObject("schema"), type));
    }

    private void check(String at, @Nullable Object documented, @Nullable Object real) {
        found.addAll(differs(operation + " " + at, documented, real));
    }

    private static @Nullable String text(@Nullable JsonValue value) {
        return value instanceof JsonString text ? text.getString() : value == null ? null : value.toString();
    }
}
