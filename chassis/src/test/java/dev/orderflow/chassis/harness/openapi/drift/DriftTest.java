package dev.orderflow.chassis.harness.openapi.drift;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.orderflow.chassis.harness.openapi.OpenApiDocument;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The checks find each kind of difference in a document that is out of date. */
class DriftTest {

    private static final OpenApiDocument STALE = OpenApiDocument.of("""
                    paths:
                      /things/{id}:
                        put:
                          parameters:
                            - {name: id, in: path, required: true, schema: {type: string}}
                            - {name: limit, in: query, required: true, schema: {type: integer, minimum: 1, maximum: 10, default: 7}}
                            - {name: kind, in: query, schema: {type: string, enum: [S]}}
                            - {name: gone, in: query, schema: {type: string}}
                          requestBody:
                            content: {text/plain: {schema: {$ref: '#/components/schemas/Colour'}}}
                          responses:
                            '200': {content: {text/plain: {schema: {type: string}}}}
                            '404': {}
                            '409': {}
                    components:
                      schemas:
                        Colour: {type: string, enum: [RED, BLUE]}
                        Thing:
                          type: object
                          required: [id, note]
                          properties:
                            id: {type: string}
                            note: {type: string}
                            size: {type: integer, format: int64, maximum: 9}
                            code: {type: string, pattern: ^b$}
                            tags: {type: array, maxItems: 3, items: {type: integer, format: int32}}
                            colour: {$ref: '#/components/schemas/Thing'}
                            gone: {type: string}
                        Answer:
                          type: object
                          required: [note]
                          properties:
                            note: {type: string}
                    """);

    enum Colour {
        RED,
        GREEN
    }

    record Thing(
            UUID id,
            @Nullable String note,
            @Max(10) int size,
            @Pattern(regexp = "^a$") String code,
            @Size(min = 1, max = 3) List<String> tags,
            Colour colour,
            boolean fresh) {}

    @JsonbNillable
    record Answer(@Nullable String note) {}

    @Path("/things/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    static class ThingResource {

        @PUT
        @Consumes(MediaType.APPLICATION_JSON)
        public Response put(
                @PathParam("id") UUID id,
                @QueryParam("limit") @DefaultValue("5") @Pattern(regexp = "[1-9]") String limit,
                @QueryParam("kind") @Pattern(regexp = "S|L") String kind,
                @QueryParam("fresh") String fresh,
                @NotNull Thing thing,
                @Context HttpHeaders headers) {
            return kind.isEmpty() ? answer(Status.CREATED) : Response.accepted().build();
        }

        private static Response answer(Status status) {
            return Response.status(status).build();
        }
    }

    private static final JavaTypes TYPES =
            new JavaTypes(Map.of("Thing", Thing.class, "Colour", Colour.class, "Answer", Answer.class), Map.of());
    private static final TypeDrift DRIFT = new TypeDrift(STALE, TYPES);

    private static List<String> ofSchema(String name, Class<?> type) {
        return DRIFT.ofNamed(name, STALE.schemas().getJsonObject(name), type);
    }

    @Test
    void a_property_that_the_record_has_otherwise_is_found() {
        assertThat(ofSchema("Thing", Thing.class))
                .anyMatch(complaint -> complaint.startsWith("Thing properties: ") && complaint.contains("gone"))
                .anyMatch(complaint -> complaint.startsWith("Thing properties: ") && complaint.contains("fresh"))
                .anyMatch(complaint -> complaint.startsWith("Thing required: [id, note] in the document"))
                .contains("Thing.id format: null in the document, uuid in the code")
                .contains("Thing.size format: int64 in the document, int32 in the code")
                .contains("Thing.tags[] type: integer in the document, string in the code")
                .anyMatch(complaint -> complaint.startsWith("Thing.colour is Thing: "));
    }

    @Test
    void a_limit_that_validation_has_otherwise_is_found() {
        assertThat(ofSchema("Thing", Thing.class))
                .contains("Thing.size limits: {maximum=9} in the document, {maximum=10} in the code")
                .anyMatch(complaint -> complaint.startsWith("Thing.code limits: "))
                .contains("Thing.tags limits: {maxItems=3} in the document, {maxItems=3, minItems=1} in the code");
    }

    @Test
    void a_value_that_the_enum_has_otherwise_is_found() {
        assertThat(ofSchema("Colour", Colour.class))
                .containsExactly("Colour values: [BLUE, RED] in the document, [GREEN, RED] in the code");
    }

    @Test
    void a_null_that_is_not_documented_is_found() {
        assertThat(ofSchema("Answer", Answer.class))
                .containsExactly("Answer.note nullable: false in the document, true in the code");
    }

    @Test
    void a_parameter_or_body_that_the_method_has_otherwise_is_found() throws NoSuchMethodException {
        assertThat(MethodDrift.of(STALE.operations().getFirst(), method(), DRIFT))
                .contains(
                        "PUT /things/{id} preconditions: false in the document, true in the code",
                        "PUT /things/{id} path id format: null in the document, uuid in the code",
                        "PUT /things/{id} query limit required: true in the document, false in the code",
                        "PUT /things/{id} query limit default: 7 in the document, 5 in the code",
                        "PUT /things/{id} query limit most: true in the document, false in the code",
                        "PUT /things/{id} query kind values: [S] in the document, [L, S] in the code",
                        "PUT /things/{id} request required: false in the document, true in the code",
                        "PUT /things/{id} request types: [text/plain] in the document, [application/json] in the code",
                        "PUT /things/{id} 200 types: [text/plain] in the document, [application/json] in the code")
                .anyMatch(complaint -> complaint.contains("parameters: ") && complaint.contains("query gone"))
                .anyMatch(complaint -> complaint.contains("parameters: ") && complaint.contains("query fresh"))
                .anyMatch(complaint -> complaint.contains("request is Colour: "));
    }

    @Test
    void statuses_are_found_in_the_code_below_a_method() throws NoSuchMethodException {
        var statuses = new ReachableStatuses(
                new ClassFileImporter().importClasses(ThingResource.class), name -> name.startsWith("dev.orderflow"));
        assertThat(statuses.from(method())).containsExactlyInAnyOrder("201", "202", "404");
    }

    private static Method method() throws NoSuchMethodException {
        return ThingResource.class.getMethod(
                "put", UUID.class, String.class, String.class, String.class, Thing.class, HttpHeaders.class);
    }
}
