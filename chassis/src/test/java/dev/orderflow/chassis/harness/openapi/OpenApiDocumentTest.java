package dev.orderflow.chassis.harness.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.io.StringReader;
import org.junit.jupiter.api.Test;

/** The checks find each kind of fault in a careless document. */
class OpenApiDocumentTest {

    private static final OpenApiDocument CARELESS =
            new OpenApiDocument(Json.createReader(new StringReader("""
                    {"info": {"title": "Careless", "version": "1"}, "tags": [{"name": "Things"}],
                     "components": {"schemas": {"Thing": {"type": "object", "required": ["id"],
                       "properties": {"id": {"type": "string", "format": "uuid"}, "size": {"type": "integer", "maximum": 9},
                                      "kind": {"type": ["string", "null"], "enum": ["A", null]},
                                      "labels": {"type": "object", "additionalProperties": {"type": "string"}}}}}},
                     "paths": {"/api/things/{id}": {"put": {"summary": "Put", "tags": ["Nothing"],
                       "parameters": [{"name": "id", "in": "path"}],
                       "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"},
                         "examples": {"good": {"value": {"id": "01a206f8-021f-7798-a2bc-15cc07700889", "size": 9, "kind": null, "labels": {"a": "b"}}},
                                      "bad": {"value": {"id": "17", "size": 10, "kind": "B", "colour": "red", "labels": {"a": 1}}},
                                      "worse": {"value": {"size": 1.5}}}}}},
                       "responses": {"200": {"description": "Done"},
                         "404": {"content": {"application/problem+json": {"example": {"type": "/problems/not-found", "title": "Not Found"}}}}}}}}}""")).readObject());

    @Test
    void an_example_that_breaks_its_schema_is_found() {
        assertThat(CARELESS.brokenExamples().stream().filter(complaint -> complaint.contains("example")))
                .anyMatch(complaint -> complaint.contains("bad: /id is \"17\""))
                .anyMatch(complaint -> complaint.contains("bad: /size is 10"))
                .anyMatch(complaint -> complaint.contains("bad: /kind is \"B\""))
                .anyMatch(complaint -> complaint.contains("bad:  has colour"))
                .anyMatch(complaint -> complaint.contains("bad: /labels/a is 1"))
                .anyMatch(complaint -> complaint.contains("worse:  lacks"))
                .anyMatch(complaint -> complaint.contains("worse: /size is 1.5"))
                .noneMatch(complaint -> complaint.contains("good"));
    }

    @Test
    void what_a_reader_would_miss_is_found() {
        assertThat(CARELESS.gaps())
                .contains(
                        "info has no description",
                        "the document has no servers",
                        "PUT /api/things/{id} has no operationId",
                        "PUT /api/things/{id} has no description",
                        "PUT /api/things/{id}: unknown tag \"Nothing\"",
                        "PUT /api/things/{id} parameter id has no example",
                        "PUT /api/things/{id} lacks 400",
                        "PUT /api/things/{id} lacks 403",
                        "PUT /api/things/{id} lacks 415",
                        "PUT /api/things/{id} lacks 421",
                        "PUT /api/things/{id} lacks 500",
                        "PUT /api/things/{id} lacks 503",
                        "PUT /api/things/{id} 200 has no content",
                        "PUT /api/things/{id} 404 has no description",
                        "PUT /api/things/{id} 404 application/problem+json has no schema");
    }

    @Test
    void a_path_is_found_as_it_is_sent() {
        assertThat(CARELESS.operationsOf("/api/things/a%20b")).containsOnlyKeys("PUT");
        assertThat(CARELESS.operationsOf("/api/things/a/b")).isEmpty();
        assertThat(CARELESS.operationsOf("/api/things")).isEmpty();
    }

    @Test
    void problems_are_known_by_their_types() {
        assertThat(CARELESS.problemTypes()).containsExactly("/problems/not-found");
        assertThat(CARELESS.problemTypesOfStatuses()).containsExactly("/problems/not-found");
    }
}
