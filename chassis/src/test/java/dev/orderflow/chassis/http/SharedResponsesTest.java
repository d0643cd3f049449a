package dev.orderflow.chassis.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.chassis.harness.openapi.OpenApiDocument;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The responses that every operation shares, as the OpenAPI documents show them. */
class SharedResponsesTest {

    private final OpenApiDocument shared = OpenApiDocument.ofChassis();

    @Test
    void a_problem_that_says_no_more_than_its_status_is_shown_as_it_is_answered() {
        Set<String> shown = problems().map(problem -> problem.getString("type")).collect(Collectors.toSet());
        List<Status> generic = Stream.of(Status.values())
                .filter(status -> shown.contains("/problems/" + Problems.type(status)))
                .toList();
        assertThat(generic).isNotEmpty();
        for (Status status : generic) {
            String type = "/problems/" + Problems.type(status);
            assertThat(problems().filter(problem -> problem.getString("type").equals(type)))
                    .as(type)
                    .allSatisfy(problem -> {
                        assertThat(problem.getString("title")).isEqualTo(status.getReasonPhrase());
                        assertThat(problem.getInt("status")).isEqualTo(status.getStatusCode());
                        assertThat(problem.getString("detail")).isEqualTo(Problems.detail(status));
                    });
        }
    }

    @Test
    void every_shared_response_is_added_to_operations_and_no_other() {
        assertThat(shared.sharedResponses())
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
