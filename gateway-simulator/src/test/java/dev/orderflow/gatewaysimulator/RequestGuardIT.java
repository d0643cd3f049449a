package dev.orderflow.gatewaysimulator;

import static dev.orderflow.gatewaysimulator.TestGateway.CHARGES;
import static dev.orderflow.gatewaysimulator.TestGateway.CONSOLE;
import static dev.orderflow.gatewaysimulator.TestGateway.PROBLEM;
import static dev.orderflow.gatewaysimulator.TestGateway.STATEMENT;
import static dev.orderflow.gatewaysimulator.TestGateway.SWITCHES;
import static dev.orderflow.gatewaysimulator.TestGateway.ask;
import static dev.orderflow.gatewaysimulator.TestGateway.askInJson;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What requests meet before anything is done with them, and what every answer says. */
class RequestGuardIT {

    private static final String SAME_KEY = "4bf92f3577b34da6a3ce929d0e0e4736";

    @ParameterizedTest
    @ValueSource(strings = {"http://elsewhere.example", "null", "", "http://localhost", "http://localhost:10"})
    void a_page_of_another_origin_changes_nothing(String origin) {
        for (String method : new String[] {"POST", "PUT", "DELETE", "PATCH"}) {
            refused(ask().header("Origin", origin).request(method, SWITCHES).then(), 403, "foreign-origin");
        }
        ask().header("Origin", origin)
                .get(SWITCHES)
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", nullValue());
    }

    @Test
    void a_page_of_another_site_changes_nothing() {
        refused(ask().header("Sec-Fetch-Site", "cross-site").delete(SWITCHES).then(), 403, "foreign-origin");
    }

    @Test
    void the_console_asks_first_and_then_makes_changes() {
        ask().header("Origin", CONSOLE)
                .header("Access-Control-Request-Method", "PUT")
                .header("Access-Control-Request-Headers", "content-type")
                .options(SWITCHES)
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", CONSOLE)
                .header("Access-Control-Allow-Methods", containsString("PUT"))
                .header("Access-Control-Allow-Headers", containsString("Content-Type"))
                .header("Vary", containsString("Origin"));
        for (String site : new String[] {"same-site", "cross-site"}) {
            ask().header("Origin", CONSOLE)
                    .header("Sec-Fetch-Site", site)
                    .delete(SWITCHES)
                    .then()
                    .statusCode(204)
                    .header("Access-Control-Allow-Origin", CONSOLE);
        }
        ask().header("Origin", CONSOLE).get("/health").then().header("Access-Control-Allow-Origin", CONSOLE);
        ask().header("Origin", CONSOLE + "0")
                .header("Access-Control-Request-Method", "PUT")
                .options(SWITCHES)
                .then()
                .header("Access-Control-Allow-Origin", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"elsewhere.example", "localhost.elsewhere.example:9083", "10.1.2.3", "xlocalhost"})
    void a_name_that_is_not_the_servers_is_answered_nothing_but_health(String host) {
        for (String method : new String[] {"GET", "POST", "DELETE", "OPTIONS"}) {
            refused(ask().header("Host", host).request(method, SWITCHES).then(), 421, "unknown-host");
        }
        refused(ask().header("Host", host).get("/nowhere").then(), 421, "unknown-host");
        ask().header("Host", host).get("/health/ready").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1:1", "[::1]", "gateway.test", "GATEWAY.test:9083"})
    void its_own_names_are_known_whatever_the_port(String host) {
        ask().header("Host", host).get(SWITCHES).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "application/jsonx"})
    void a_change_is_json_or_has_no_body(String type) throws IOException {
        String answer = raw("PUT " + SWITCHES + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type
                + "\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}");
        assertThat(answer).startsWith("HTTP/1.1 415").contains("/problems/unsupported-media-type");
    }

    @Test
    void a_body_in_another_charset_is_refused() {
        refused(
                ask().header("Content-Type", "application/json; charset=iso-8859-1")
                        .body("{}")
                        .put(SWITCHES)
                        .then(),
                415,
                "unsupported-media-type");
    }

    @Test
    void what_is_too_large_is_refused() {
        String large = "{\"x\": \"" + "x".repeat(64 * 1024) + "\"}";
        refused(askInJson(large).put(SWITCHES).then(), 413, "request-entity-too-large");
        refused(ask().get(SWITCHES + "?x=" + "x".repeat(8 * 1024)).then(), 414, "request-uri-too-long");
        refused(
                ask().header("X-Long", "x".repeat(16 * 1024)).get(SWITCHES).then(),
                431,
                "request-header-fields-too-large");
    }

    @Test
    void a_body_without_a_length_is_counted() throws IOException {
        String chunk = "8000\r\n" + "x".repeat(0x8000) + "\r\n";
        String answer = raw("PUT " + SWITCHES + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n" + chunk.repeat(3) + "0\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 413").contains("/problems/request-entity-too-large");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /%zz HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /api/gateway/charges?orderId=%zz HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a b\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n\r\n",
                "GET / HTTP/1.1\r\n\r\n",
                "PUT /api/gateway/switches HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n"
            })
    void what_is_no_request_is_refused_with_a_problem(String request) throws IOException {
        String answer = raw(request.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n"));
        assertThat(answer).startsWith("HTTP/1.1 4");
        assertThat(answer.toLowerCase(Locale.ROOT))
                .contains("content-type: " + PROBLEM, "x-content-type-options: nosniff", "cache-control: no-store");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/gateway/nowhere, 404",
        "GET, /, 404",
        "GET, /api/gateway, 404",
        "DELETE, /api/gateway/charges, 405",
        "GET, /api/gateway/charges/k/void, 405",
        "POST, /health, 405",
        "GET, /api/gateway/switches, 200",
        "HEAD, /api/gateway/switches, 200",
        "OPTIONS, /api/gateway/switches, 200",
        "GET, /openapi, 200",
        "GET, /health/live, 200"
    })
    void every_answer_is_of_the_type_that_it_says_and_kept_by_no_cache(String method, String path, int status) {
        ValidatableResponse answer = ask().request(method, path).then().statusCode(status);

        answer.header("X-Content-Type-Options", "nosniff").header("Cache-Control", "no-store");
        if (status >= 400) {
            answer.contentType(PROBLEM);
        }
        if (status == 405) {
            answer.header("Allow", containsString("OPTIONS"));
        }
    }

    @Test
    void a_problem_has_the_callers_trace() {
        ask().header("traceparent", "00-" + SAME_KEY + "-00f067aa0ba902b7-01")
                .get(CHARGES)
                .then()
                .statusCode(400)
                .body("traceId", equalTo(SAME_KEY), "instance", equalTo(CHARGES), "title", equalTo("Bad Request"));
        ask().get(STATEMENT + "?limit=0").then().body("traceId.length()", equalTo(32));
    }

    private static void refused(ValidatableResponse answer, int status, String problem) {
        answer.statusCode(status)
                .contentType(PROBLEM)
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "no-store")
                .body("type", equalTo("/problems/" + problem), "status", equalTo(status));
    }

    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket(
                InetAddress.getLoopbackAddress(), TestGateway.process().port())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }
}
