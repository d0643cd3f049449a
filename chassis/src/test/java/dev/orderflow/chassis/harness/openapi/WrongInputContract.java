package dev.orderflow.chassis.harness.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.chassis.harness.http.RawAnswer;
import dev.orderflow.chassis.harness.http.RawHttp;
import io.restassured.RestAssured;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A problem names what is wrong as the caller wrote it: each documented parameter and property, wrong in each way. */
public abstract class WrongInputContract {

    private final URI service = URI.create(RestAssured.baseURI + ":" + RestAssured.port);

    @Test
    protected void each_parameter_and_property_that_is_wrong_is_named() throws IOException {
        List<WrongRequest> requests = OpenApiDocument.of(service).operations().stream()
                // Without valid credentials, only they are reported.
                .filter(operation -> !operation.statuses().contains("401"))
                .flatMap(WrongRequest::of)
                .toList();
        assertThat(requests).hasSizeGreaterThan(20);
        List<String> complaints = new ArrayList<>();
        try (var http = new RawHttp(service)) {
            for (WrongRequest request : requests) {
                RawAnswer answer = http.send(request.raw());
                if (answer.status() != 400
                        || !answer.mediaType().equals("application/problem+json")
                        || !fields(answer).contains(request.field())) {
                    complaints.add("%s is not named: %s %s".formatted(request, answer.status(), answer.text()));
                }
            }
        }
        assertThat(complaints).as("of %d requests", requests.size()).isEmpty();
    }

    private static List<String> fields(RawAnswer answer) {
        try (var reader = Json.createReader(new StringReader(answer.text()))) {
            JsonObject problem = reader.readObject();
            return problem.getOrDefault("errors", JsonValue.EMPTY_JSON_ARRAY).asJsonArray().stream()
                    .map(error -> error.asJsonObject().getString("field"))
                    .toList();
        }
    }
}
