package dev.orderflow.order;

import dev.orderflow.chassis.harness.http.RawAnswer;
import dev.orderflow.chassis.harness.http.RawRequest;
import dev.orderflow.chassis.harness.openapi.OpenApiDocument;
import dev.orderflow.chassis.harness.openapi.Operation;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks a response against the OpenAPI document and the rules for problem details. */
record AnswerCheck(OpenApiDocument document) {

    /** Requests that Liberty rejects before it selects an application. Its responses cannot be changed: ADR 7. */
    private static final Pattern LIBERTY_ITSELF = Pattern.compile(
            "(<H1>|\\{\"error_message\" : \")CWWWC0005I: The request URI has invalid .*|Error 403: Illegal request\\..*",
            Pattern.DOTALL);

    private static final String PROBLEM = "application/problem+json";
    private static final Pattern INTERNALS = Pattern.compile(
            "Exception|java\\.|jakarta\\.|org\\.|SQL|\\bat dev\\.|CW[A-Z]{3}\\d|SRVE\\d", Pattern.CASE_INSENSITIVE);

    /** Statuses for paths or methods that are not documented. */
    private static final Set<Integer> REFUSALS = Set.of(400, 403, 404, 405, 406, 408, 413, 414, 415, 421, 431);

    /** Returns the violations. */
    List<String> complaints(RawRequest request, RawAnswer answer) {
        if (LIBERTY_ITSELF.matcher(answer.text()).matches()) {
            return List.of();
        }
        Map<String, Operation> operations = document.operationsOf(asJaxRsReads(request.path()));
        if (answer.status() >= 500) {
            return List.of("status %d of %s %s".formatted(answer.status(), request.method(), operations.values()));
        }
        if (operations.isEmpty() && isConsole(request, answer)) {
            return List.of();
        }
        Operation operation = operations.get(request.method().equals("HEAD") ? "GET" : request.method());
        if (operation == null) {
            return request.method().equals("OPTIONS") && answer.fields().containsKey("allow")
                    ? List.of()
                    : undocumented(request, answer);
        }
        List<String> unrefused = SuccessCheck.complaints(operation, request, answer);
        return unrefused.isEmpty() ? documented(operation, request, answer) : unrefused;
    }

    /** Static files are not operations: they can only be read. */
    private static boolean isConsole(RawRequest request, RawAnswer answer) {
        return List.of("GET", "HEAD").contains(request.method())
                && List.of(200, 304).contains(answer.status())
                && answer.fields().containsKey("content-security-policy");
    }

    /** Removes matrix parameters and the trailing slash. */
    private static String asJaxRsReads(String path) {
        return path.replaceAll(";[^/]*", "").replaceFirst("/$", "");
    }

    private List<String> undocumented(RawRequest request, RawAnswer answer) {
        return REFUSALS.contains(answer.status())
                ? problem(request, answer, null)
                : List.of("status " + answer.status() + " where nothing is documented");
    }

    private List<String> documented(Operation operation, RawRequest request, RawAnswer answer) {
        String status = Integer.toString(answer.status());
        if (!operation.statuses().contains(status)) {
            return List.of("status " + status + " is not documented for " + operation);
        }
        if (answer.status() >= 400) {
            return problem(request, answer, operation.problemTypes(status));
        }
        Map<String, JsonObject> contents = operation.contents(status);
        if (contents.isEmpty()) {
            return answer.body().isEmpty() ? List.of() : List.of("a body where none is documented");
        }
        JsonObject content = contents.get(answer.mediaType());
        if (content == null) {
            return List.of("media type " + answer.mediaType() + " is not documented for " + operation + " " + status);
        }
        if (request.method().equals("HEAD") || !answer.mediaType().endsWith("json")) {
            return List.of();
        }
        JsonValue body = parse(answer);
        return body == null ? List.of("no JSON") : document.complaints(body, content.getJsonObject("schema"));
    }

    private List<String> problem(RawRequest request, RawAnswer answer, @Nullable Set<String> types) {
        if (request.method().equals("HEAD")) {
            return List.of();
        }
        if (!answer.mediaType().equals(PROBLEM)) {
            return List.of("media type %s of an error %d".formatted(answer.mediaType(), answer.status()));
        }
        List<String> found = new ArrayList<>();
        if (INTERNALS.matcher(answer.text()).find()) {
            found.add("internals");
        }
        if (!(parse(answer) instanceof JsonObject problem)) {
            found.add("no JSON object in an error " + answer.status());
            return found;
        }
        for (String name : List.of("type", "title", "status", "detail", "instance", "traceId")) {
            if (isMissing(problem, name)) {
                found.add("a problem without " + name);
            }
        }
        if (problem.getInt("status", 0) != answer.status()) {
            found.add("status " + problem.get("status") + " in the body of a " + answer.status());
        }
        String type = problem.getString("type", "");
        if (types != null && !types.contains(type)) {
            found.add("type " + type + " is not documented for " + answer.status() + " of " + request.method() + " "
                    + types);
        }
        return found;
    }

    private static boolean isMissing(JsonObject problem, String name) {
        return !problem.containsKey(name) || problem.isNull(name);
    }

    private static @Nullable JsonValue parse(RawAnswer answer) {
        try (var reader = Json.createReader(new StringReader(answer.text()))) {
            return reader.readValue();
        } catch (JsonException e) {
            return null;
        }
    }
}
