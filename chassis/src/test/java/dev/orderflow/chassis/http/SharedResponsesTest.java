package dev.orderflow.chassis.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.chassis.harness.openapi.OpenApiDocument;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The responses that every operation shares, as the OpenAPI documents show them. */
class SharedResponsesTest {

    private final OpenApiDocument shared;

    SharedResponsesTest() throws IOException {
        shared = OpenApiDocument.of(Files.readString(Path.of("src/main/openapi/shared.yaml")));
    }

    @Test
    void a_problem_that_says_no_more_than_its_status_is_shown_as_it_is_answered() {
        for (Status status : Set.of(
                Status.BAD_REQUEST,
                Status.NOT_ACCEPTABLE,
                Status.REQUEST_TIMEOUT,
                Status.REQUEST_ENTITY_TOO_LARGE,
                Status.REQUEST_URI_TOO_LONG,
                Status.UNSUPPORTED_MEDIA_TYPE,
                Status.REQUEST_HEADER_FIELDS_TOO_LARGE,
                Status.INTERNAL_SERVER_ERROR,
                Status.SERVICE_UNAVAILABLE)) {
            String type = "/problems/" + Problems.type(status);
            assertThat(problems().filter(problem -> problem.getString("type").equals(type)))
                    .as(type)
                    .isNotEmpty()
                    .allSatisfy(problem -> {
                        assertThat(problem.getString("title")).isEqualTo(status.getReasonPhrase());
                        assertThat(problem.getInt("status")).isEqualTo(status.getStatusCode());
                        assertThat(problem.getString("detail")).isEqualTo(Problems.detail(status));
                    });
        }
    }

    @Test
    void every_shared_response_is_added_to_operations_and_no_other() {
        Set<String> added = members("/x-shared-responses")
                .flatMap(group -> group.values().stream())
                .map(response -> response.asJsonObject().getString("$ref"))
                .collect(Collectors.toSet());
        assertThat(added)
                .isEqualTo(shared.root().getValue("/components/responses").asJsonObject().keySet().stream()
                        .map(name -> "#/components/responses/" + name)
                        .collect(Collectors.toSet()));
    }

    private Stream<JsonObject> problems() {
        return members("/components/responses")
                .flatMap(response ->
                        response
                                .getValue("/content/application~1problem+json/examples")
                                .asJsonObject()
                                .values()
                                .stream())
                .map(example -> shared.resolve(example).getJsonObject("value"));
    }

    private Stream<JsonObject> members(String pointer) {
        return shared.root().getValue(pointer).asJsonObject().values().stream().map(JsonValue::asJsonObject);
    }
}
