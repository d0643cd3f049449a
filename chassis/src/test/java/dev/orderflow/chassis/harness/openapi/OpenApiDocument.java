package dev.orderflow.chassis.harness.openapi;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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

/** An OpenAPI document: served by a running service, assembled by the build, or written in YAML. */
public final class OpenApiDocument {

    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    private static final String SHARED_RESPONSES = "x-shared-responses";

    private final JsonObject root;

    OpenApiDocument(JsonObject root) {
        this.root = root;
    }

    /** Reads the document that a running service serves. */
    public static OpenApiDocument of(URI service) {
        try (InputStream in = service.resolve("/openapi?format=JSON").toURL().openStream()) {
            return new OpenApiDocument(Json.createReader(in).readObject());
        } catch (IOException e) {
            throw new UncheckedIOException("No OpenAPI document at " + service, e);
        }
    }

    /** Reads the document that the build assembled from the fragments of this module. */
    public static OpenApiDocument ofBuild() {
        try (InputStream in = Objects.requireNonNull(
                OpenApiDocument.class.getResourceAsStream("/META-INF/openapi.yaml"), "this module has no document")) {
            return of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads the fragment that the documents of all services share. */
    public static OpenApiDocument ofChassis() {
        try {
            return of(Files.readString(Path.of("../chassis/src/main/openapi/shared.yaml")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Parses a document in YAML. */
    public static OpenApiDocument of(String yaml) {
        @SuppressWarnings("unchecked")
        var root = (Map<String, Object>) new Load(LoadSettings.builder().build()).loadFromString(yaml);
        return new OpenApiDocument(Json.createObjectBuilder(root).build());
    }

    /** Returns the whole document. */
    public JsonObject root() {
        return root;
    }

    /** Returns all operations of all paths. */
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

    /** Returns the operations that match the path of a request, by method. Empty if the path is not documented. */
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

    /** Returns the references to the responses that the build adds to operations. Only the shared fragment lists them. */
    public Set<String> sharedResponses() {
        return root.getJsonObject(SHARED_RESPONSES).values().stream()
                .flatMap(group -> group.asJsonObject().values().stream())
                .map(response -> response.asJsonObject().getString("$ref"))
                .collect(Collectors.toSet());
    }

    /** Returns the statuses of a group of shared responses, such as {@code everyOperation}. */
    Set<String> sharedStatuses(String group) {
        return root.getJsonObject(SHARED_RESPONSES).getJsonObject(group).keySet();
    }

    /** Returns the schemas of the components, by name. */
    public JsonObject schemas() {
        return root.getJsonObject("components").getJsonObject("schemas");
    }

    /** Follows {@code $ref} to the object that it refers to. Returns any other object as it is. */
    public JsonObject resolve(JsonValue value) {
        JsonObject object = value.asJsonObject();
        return object.containsKey("$ref")
                ? resolve(root.getValue(object.getString("$ref").substring(1)))
                : object;
    }

    /** Resolves a member of an object. Returns an empty object if the member is missing. */
    JsonObject resolve(JsonObject holder, String member) {
        return resolve(holder.getOrDefault(member, JsonValue.EMPTY_JSON_OBJECT));
    }

    /** Lists what the document lacks, such as descriptions, examples and shared statuses. */
    public List<String> gaps() {
        return Completeness.gaps(this);
    }

    /** Lists the examples that violate their own schema. */
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

    /** Returns the types of all problems in the examples of the document. */
    public Set<String> problemTypes() {
        return problems().map(problem -> problem.getString("type")).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns the problem types that only repeat their status, such as /problems/not-found. */
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

    /** Lists the violations of a schema by a value. */
    public List<String> complaints(JsonValue value, JsonValue schema) {
        return new SchemaCheck(this).complaints("", value, schema);
    }
}
