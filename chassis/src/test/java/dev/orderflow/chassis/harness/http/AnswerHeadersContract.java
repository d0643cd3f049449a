package dev.orderflow.chassis.harness.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.chassis.harness.openapi.OpenApiDocument;
import dev.orderflow.chassis.harness.openapi.Operation;
import io.restassured.RestAssured;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every response of every service has headers that make it safe: browsers must not guess its type, and caches must not
 * store it. Responses to reads also match the OpenAPI document.
 */
public abstract class AnswerHeadersContract {

    private final URI server = URI.create(RestAssured.baseURI + ":" + RestAssured.port);
    private final Set<String> revalidated;

    /** @param revalidated paths whose responses caches may store, if they revalidate them before each use */
    protected AnswerHeadersContract(Set<String> revalidated) {
        this.revalidated = revalidated;
    }

    /** Creates what the documented paths read. Returns the values of all path parameters, by name. */
    protected abstract Map<String, String> existing();

    @Test
    protected void what_is_read_is_as_documented_and_kept_by_no_cache() throws IOException {
        Map<String, String> existing = existing();
        OpenApiDocument document = OpenApiDocument.of(server);
        List<Operation> readings = document.operations().stream()
                .filter(operation -> operation.method().equals("GET"))
                .toList();
        assertThat(readings).isNotEmpty();
        for (Operation reading : readings) {
            RawAnswer answer = send("GET", filled(reading.path(), existing));
            boolean isThere = !reading.path().startsWith("/api/dead-letters/");
            assertThat(answer.status()).as(reading + " " + answer).isEqualTo(isThere ? 200 : 404);
            assertSafe(answer, revalidated.contains(reading.path()) ? "no-cache" : "no-store");
            assertDocumented(document, reading, answer);
        }
    }

    private static void assertDocumented(OpenApiDocument document, Operation operation, RawAnswer answer) {
        Map<String, JsonObject> contents = operation.contents(Integer.toString(answer.status()));
        assertThat(contents).as(operation + " " + answer).containsKey(answer.mediaType());
        if (answer.mediaType().endsWith("json")) {
            JsonValue body = Json.createReader(new StringReader(answer.text())).readValue();
            JsonObject content = Objects.requireNonNull(contents.get(answer.mediaType()));
            assertThat(document.complaints(body, content.getJsonObject("schema")))
                    .as(operation + " " + answer)
                    .isEmpty();
        }
    }

    private static String filled(String path, Map<String, String> existing) {
        String filled = path;
        for (var parameter : existing.entrySet()) {
            filled = filled.replace("{" + parameter.getKey() + "}", parameter.getValue());
        }
        return filled;
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /nothing, 404",
        "GET, /api/nothing, 404",
        "GET, /WEB-INF/web.xml, 404",
        "GET, /error-page, 404",
        "GET, /api/dead-letters?limit=0, 400",
        "GET, /api/dead-letters?after=%zz, 400",
        "GET, /api/dead-letters/a%2fb, 400",
        "DELETE, /api/dead-letters, 405",
        "OPTIONS, /api/dead-letters, 200",
        "POST, /api/dead-letters/01a206f8-021f-7798-a2bc-15cc07700889/redrive, 404"
    })
    protected void a_refusal_is_of_the_type_that_it_says_and_kept_by_no_cache(String method, String path, int status)
            throws IOException {
        RawAnswer answer = send(method, path);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertSafe(answer, "no-store");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Content-Length: 65537 | 413",
                "Content-Type: text/plain | 415",
                "Origin: null | 403",
                "Accept: ;; | 400"
            })
    protected void what_the_edge_refuses_is_of_the_type_that_it_says_and_kept_by_no_cache(String field, int status)
            throws IOException {
        RawAnswer answer = send("POST", "/api/dead-letters/redrive", field);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertSafe(answer, "no-store");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/health/ready", "/openapi", "/openapi/ui/"})
    protected void what_liberty_answers_itself_is_of_the_type_that_it_says(String path) throws IOException {
        RawAnswer answer = send("GET", path);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    /** Liberty rejects these requests before the application sees them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\r\nHost localhost\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: localhost\r\n: x\r\n\r\n",
                "GET /\u0001 HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "G(T / HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999999\r\n\r\n"
            })
    protected void what_liberty_refuses_itself_is_of_the_type_that_it_says_and_kept_by_no_cache(String request)
            throws IOException {
        try (var http = new RawHttp(server)) {
            RawAnswer answer = http.send("GET", request.getBytes(ISO_8859_1));
            assertThat(answer.status()).as(answer.toString()).isBetween(400, 599);
            assertSafe(answer, "no-store");
        }
    }

    protected final void assertSafe(RawAnswer answer, String cacheControl) {
        assertThat(answer.header("X-Content-Type-Options"))
                .as(answer.toString())
                .isEqualTo("nosniff");
        assertThat(answer.header("Cache-Control")).as(answer.toString()).isEqualTo(cacheControl);
    }

    protected final RawAnswer send(String method, String path, String... fields) throws IOException {
        String lines = fields.length == 0 ? "" : String.join("\r\n", fields) + "\r\n";
        String length = lines.contains("Content-Length") ? "" : "Content-Length: 0\r\n";
        try (var http = new RawHttp(server)) {
            String request = "%s %s HTTP/1.1\r\nHost: localhost\r\n%s%sConnection: close\r\n\r\n"
                    .formatted(method, path, lines, length);
            return http.send(method, request.getBytes(ISO_8859_1));
        }
    }
}
