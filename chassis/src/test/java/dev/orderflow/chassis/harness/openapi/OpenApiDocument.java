package dev.orderflow.chassis.harness.openapi;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What a running service says of itself under /openapi. */
public final class OpenApiDocument {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");

    private final JsonObject root;

    OpenApiDocument(JsonObject root) {
        this.root = root;
    }

    /** The document of the service that runs there. */
    public static OpenApiDocument of(URI service) {
        try (InputStream in = service.resolve("/openapi?format=JSON").toURL().openStream()) {
            return new OpenApiDocument(Json.createReader(in).readObject());
        } catch (IOException e) {
            throw new UncheckedIOException("No OpenAPI document at " + service, e);
        }
    }

    /** The document of the service whose classes are on the class path. */
    public static OpenApiDocument ofBuild() {
        try (InputStream in = Objects.requireNonNull(
                OpenApiDocument.class.getResourceAsStream("/META-INF/openapi.yaml"), "this module has no document")) {
            return of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A document that is written in YAML. */
    public static OpenApiDocument of(String yaml) {
        @SuppressWarnings("unchecked")
        var root = (Map<String, Object>) new Load(LoadSettings.builder().build()).loadFromString(yaml);
        return new OpenApiDocument(Json.createObjectBuilder(root).build());
    }

    /** All of it. */
    public JsonObject root() {
        return root;
    }

    /** Every operation. */
    public List<Operation> operations() {
        return root.getJsonObject("paths").entrySet().stream()
                .flatMap(path -> operations(path.getKey(), path.getValue().asJsonObject()))
                .toList();
    }

    private Stream<Operation> operations(String path, JsonObject methods) {
        return methods.entrySet().stream()
                .filter(method -> METHODS.contains(method.getKey()))
                .map(method -> new Operation(
                        this,
                        method.getKey().toUpperCase(Locale.ROOT),
                        path,
                        method.getValue().asJsonObject()));
    }

    /** The operations of a path as it is sent, by their methods; none for a path that is not documented. */
    public Map<String, Operation> operationsOf(String rawPath) {
        Map<String, Operation> literal =
                operationsWhere(operation -> operation.path().equals(rawPath));
        return literal.isEmpty() ? operationsWhere(operation -> operation.matches(rawPath)) : literal;
    }

    private Map<String, Operation> operationsWhere(Predicate<Operation> condition) {
        return operations().stream()
                .filter(condition)
                .collect(Collectors.toMap(Operation::method, operation -> operation));
    }

    /** Every named schema. */
    public JsonObject schemas() {
        return root.getJsonObject("components").getJsonObject("schemas");
    }

    /** What a value is, or what it refers to. */
    public JsonObject resolve(JsonValue value) {
        JsonObject object = value.asJsonObject();
        return object.containsKey("$ref")
                ? resolve(root.getValue(object.getString("$ref").substring(1)))
                : object;
    }

    /** The member of an object, or what that refers to; an empty object where it is missing. */
    JsonObject resolve(JsonObject holder, String member) {
        return resolve(holder.getOrDefault(member, JsonValue.EMPTY_JSON_OBJECT));
    }

    /** What a reader would miss; empty for nothing. */
    public List<String> gaps() {
        return Completeness.gaps(this);
    }

    /** Examples that contradict their own schema; empty for none. */
    public List<String> brokenExamples() {
        return operations().stream()
                .flatMap(operation -> operation
                        .contents()
                        .flatMap(content -> operation.examples(content).entrySet().stream()
                                .flatMap(example -> schema(content)
                                        .flatMap(schema -> complaints(example.getValue(), schema).stream())
                                        .map(complaint ->
                                                operation + ", example " + example.getKey() + ": " + complaint))))
                .toList();
    }

    private static Stream<JsonObject> schema(JsonObject content) {
        return Stream.ofNullable(content.getJsonObject("schema"));
    }

    /** Types of all problems that are documented anywhere. */
    public Set<String> problemTypes() {
        return problems().map(problem -> problem.getString("type")).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Those of them that say no more than their status does, such as /problems/not-found. */
    public Set<String> problemTypesOfStatuses() {
        return problems()
                .filter(problem -> problem.getString("type").equals("/problems/" + kebab(problem.getString("title"))))
                .map(problem -> problem.getString("type"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Stream<JsonObject> problems() {
        return operations().stream()
                .flatMap(operation -> operation.statuses().stream().flatMap(operation::problems));
    }

    private static String kebab(String title) {
        return title.toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    /** What is wrong with a value that claims to be of a schema; empty for nothing. */
    public List<String> complaints(JsonValue value, JsonValue schema) {
        return new SchemaCheck(this).complaints("", value, schema);
    }
}
