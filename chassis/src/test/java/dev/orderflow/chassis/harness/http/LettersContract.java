package dev.orderflow.chassis.harness.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.URI;

/** Sends requests byte for byte to the dead letters, which every service has. */
abstract class LettersContract {

    static final String LETTERS = "/api/dead-letters";
    static final String ID = "01a206f8-021f-7798-a2bc-15cc07700889";
    static final String REDRIVE = LETTERS + "/redrive";
    static final String BODY = "{\"ids\":[\"" + ID + "\"]}";
    static final String LENGTH = "Content-Length: " + BODY.length();
    static final String JSON = "Content-Type: application/json";
    static final String HOST = "Host: localhost";

    final URI server = URI.create(RestAssured.baseURI + ":" + RestAssured.port);

    final RawAnswer send(String method, String target, String fields, String body) throws IOException {
        try (var http = new RawHttp(server)) {
            String request = "%s %s HTTP/1.1\r\n%s\r\n\r\n%s".formatted(method, target, fields, body);
            return http.send(method, request.getBytes(ISO_8859_1));
        }
    }

    static void assertProblem(RawAnswer answer, int status, String type) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.mediaType()).isEqualTo("application/problem+json");
        assertThat(JsonPath.from(answer.text()).getString("type")).isEqualTo("/problems/" + type);
    }
}
