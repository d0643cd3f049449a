package dev.orderflow.chassis.harness.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every service must refuse to web pages that are not its own, and must not refuse to anybody else. */
public abstract class CrossSiteContract {

    private static final String CHANGE = "/api/dead-letters/" + UUID.randomUUID() + "/redrive";
    private static final String JSON = "Content-Type: application/json";

    private final URI server = URI.create(RestAssured.baseURI + ":" + RestAssured.port);
    private final String own = "localhost:" + server.getPort();
    private final List<String> consoleOrigins;

    /** For a service that lets pages of these origins, separated by commas, make changes; empty for none. */
    protected CrossSiteContract(String consoleOrigins) {
        this.consoleOrigins = Arrays.stream(consoleOrigins.split(","))
                .filter(origin -> !origin.isEmpty())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://elsewhere.example",
                "https://localhost.elsewhere.example",
                "http://localhost",
                "http://localhost:1",
                "http://user@localhost",
                "null",
                "file://",
                "chrome-extension://abcdefgh",
                "localhost",
                "*",
                ""
            })
    protected void a_page_of_another_origin_changes_nothing(String origin) throws IOException {
        for (String method : List.of("POST", "PUT", "PATCH", "DELETE", "FOO")) {
            for (String path : List.of(CHANGE, "/api/nothing")) {
                assertRefused(send(method, path, own, "Origin: " + origin), 403, "foreign-origin");
                assertRefused(send(method, path, own, "Origin: " + origin, JSON), 403, "foreign-origin");
            }
        }
        String form = "Content-Type: application/x-www-form-urlencoded";
        assertRefused(send("POST", CHANGE, own, form, "Origin: " + origin), 403, "foreign-origin");
        String ours = "Origin: http://" + own;
        assertRefused(send("POST", CHANGE, own, ours, "Origin: " + origin), 403, "foreign-origin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site", "elsewhere", ""})
    protected void a_page_that_the_browser_says_is_another_site_changes_nothing(String site) throws IOException {
        assertRefused(send("POST", CHANGE, own, "Sec-Fetch-Site: " + site), 403, "foreign-origin");
        assertRefused(
                send("POST", CHANGE, own, "Origin: http://" + own, "Sec-Fetch-Site: " + site), 403, "foreign-origin");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "text/plain;charset=UTF-8",
                "application/jsonx",
                "application/json, text/plain",
                "*/*",
                ";;",
                ""
            })
    protected void a_change_is_json_or_has_neither_a_body_nor_a_content_type(String type) throws IOException {
        for (String method : List.of("POST", "PUT", "PATCH", "DELETE")) {
            String field = "Content-Type: " + type;
            assertRefused(send(method, CHANGE, own, field), 415, "unsupported-media-type");
            assertRefused(send(method, CHANGE, own, field, JSON), 415, "unsupported-media-type");
        }
    }

    @Test
    protected void a_body_of_no_type_is_refused() throws IOException {
        assertRefused(sendBody("{}", "Content-Length: 2"), 415, "unsupported-media-type");
        assertRefused(sendBody("2\r\n{}\r\n0\r\n\r\n", "Transfer-Encoding: chunked"), 415, "unsupported-media-type");
    }

    @Test
    protected void a_program_needs_neither_an_origin_nor_a_content_type_for_a_change_without_a_body()
            throws IOException {
        assertReachesTheResource(send("POST", CHANGE, own));
        assertReachesTheResource(send("POST", CHANGE, own, JSON));
        assertReachesTheResource(send("POST", CHANGE, own, "Content-Type: Application/JSON; charset=utf-8"));
        assertReachesTheResource(send("POST", CHANGE, own, "Sec-Fetch-Site: none"));
    }

    @Test
    protected void a_page_of_the_service_itself_makes_changes() throws IOException {
        for (String host : List.of("localhost", "127.0.0.1", "[::1]", "LocalHost")) {
            for (String name : List.of(host, host + ":" + server.getPort())) {
                assertReachesTheResource(send("POST", CHANGE, name, "Origin: http://" + name));
                assertReachesTheResource(
                        send("POST", CHANGE, name, "Origin: https://" + name, "Sec-Fetch-Site: same-origin"));
            }
        }
        assertReachesTheResource(send("POST", CHANGE, "localhost:443", "Origin: https://localhost"));
        assertReachesTheResource(send("POST", CHANGE, "localhost", "Origin: http://localhost:80"));
    }

    @Test
    protected void a_page_that_a_proxy_served_by_https_is_not_the_one_of_http() throws IOException {
        String https = "X-Forwarded-Proto: https";
        assertReachesTheResource(send("POST", CHANGE, own, https, "Origin: https://" + own));
        assertRefused(send("POST", CHANGE, own, https, "Origin: http://" + own), 403, "foreign-origin");
    }

    @Test
    protected void a_console_that_comes_from_elsewhere_asks_first_and_then_makes_changes() throws IOException {
        assumeFalse(consoleOrigins.isEmpty(), "this service serves the console itself");
        for (String console : consoleOrigins) {
            String origin = "Origin: " + console;
            RawAnswer preflight = send(
                    "OPTIONS",
                    CHANGE,
                    own,
                    origin,
                    "Access-Control-Request-Method: POST",
                    "Access-Control-Request-Headers: content-type,operator");
            assertThat(preflight.status()).as(preflight.toString()).isEqualTo(200);
            assertThat(preflight.header("Access-Control-Allow-Origin")).isEqualTo(console);
            assertThat(preflight.header("Access-Control-Allow-Methods")).contains("POST");
            for (String site : List.of("same-site", "cross-site")) {
                RawAnswer answer = send("POST", CHANGE, own, origin, JSON, "Sec-Fetch-Site: " + site);
                assertReachesTheResource(answer);
                assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(console);
            }
            assertReachesTheResource(send("POST", CHANGE, own, origin));
            String other = "Origin: " + console + "0";
            assertRefused(send("POST", CHANGE, own, other), 403, "foreign-origin");
            assertThat(send("OPTIONS", CHANGE, own, other, "Access-Control-Request-Method: POST")
                            .header("Access-Control-Allow-Origin"))
                    .isEmpty();
        }
    }

    @Test
    protected void a_page_of_another_origin_is_not_told_what_it_reads() throws IOException {
        RawAnswer answer = send("GET", "/api/dead-letters", own, "Origin: http://elsewhere.example");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "elsewhere.example",
                "elsewhere.example:9080",
                "localhost.elsewhere.example",
                "127.0.0.1.elsewhere.example:9080",
                "xlocalhost",
                "localhost.",
                "10.1.2.3:9080",
                "[::2]:9080"
            })
    protected void a_name_that_is_not_the_servers_is_answered_nothing(String host) throws IOException {
        for (String method : List.of("GET", "HEAD", "OPTIONS", "POST", "DELETE")) {
            for (String path : List.of("/index.htm", "/api/dead-letters", CHANGE, "/nothing")) {
                RawAnswer answer = send(method, path, host);
                assertThat(answer.status()).as(method + path + answer).isEqualTo(421);
                if (!method.equals("HEAD")) {
                    assertRefused(answer, 421, "unknown-host");
                }
            }
        }
        assertRefused(send("GET", "/", host), 421, "unknown-host");
        String forwarded = "X-Forwarded-Host: localhost";
        assertRefused(send("GET", "/api/dead-letters", host, forwarded), 421, "unknown-host");
        assertRefused(send("GET", "/api/dead-letters", host, "Forwarded: host=localhost"), 421, "unknown-host");
        assertRefused(send("GET", "/api/dead-letters", host, "$WSSN: localhost"), 421, "unknown-host");
        assertRefused(send("POST", CHANGE, host, "Origin: http://" + host), 421, "unknown-host");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST:80", "127.0.0.1", "127.0.0.1:1", "[::1]", "[::1]:9080"})
    protected void this_machines_own_names_are_known_whatever_the_port(String host) throws IOException {
        assertThat(send("GET", "/api/dead-letters", host).status()).isEqualTo(200);
    }

    @Test
    protected void http_2_names_the_server_by_its_authority() throws IOException {
        for (String known : List.of(own, "localhost", "127.0.0.1:1", "[::1]", "[::1]:9080")) {
            assertThat(RawHttp2.get(server, known, "/api/dead-letters"))
                    .as(known)
                    .isNotEmpty()
                    .doesNotContain("/problems/");
        }
        for (String unknown : List.of("elsewhere.example", "localhost.elsewhere.example:9080", "10.1.2.3")) {
            assertThat(RawHttp2.get(server, unknown, "/api/dead-letters"))
                    .as(unknown)
                    .contains("/problems/unknown-host");
        }
    }

    @Test
    protected void a_request_that_names_no_host_is_refused() throws IOException {
        RawAnswer answer = raw("GET", "GET /api/dead-letters HTTP/1.0\r\n\r\n");
        assertRefused(answer, 421, "unknown-host");
    }

    /** Probes name the address of the pod. What they are told is another test's matter. */
    @ParameterizedTest
    @ValueSource(strings = {"/health", "/health/started", "/health/ready", "/health/live"})
    protected void health_is_answered_whatever_the_name(String path) throws IOException {
        RawAnswer answer = send("GET", path, "10.1.2.3:9080");
        assertThat(answer.status()).isIn(200, 503);
        assertThat(JsonPath.from(answer.text()).getList("checks")).isNotNull();
    }

    private static void assertRefused(RawAnswer answer, int status, String type) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        JsonPath problem = JsonPath.from(answer.text());
        assertThat(problem.getString("type")).isEqualTo("/problems/" + type);
        assertThat(problem.getInt("status")).isEqualTo(status);
        assertThat(problem.getString("title")).isNotBlank();
        assertThat(problem.getString("detail")).isNotBlank();
        assertThat(problem.getString("instance")).startsWith("/");
        assertThat(problem.getString("traceId")).matches("[0-9a-f]{32}");
    }

    private static void assertReachesTheResource(RawAnswer answer) {
        assertThat(answer.text()).contains("/problems/unknown-dead-letter");
        assertThat(answer.status()).isEqualTo(404);
    }

    private RawAnswer send(String method, String path, String host, String... fields) throws IOException {
        String lines = fields.length == 0 ? "" : String.join("\r\n", fields) + "\r\n";
        return raw(
                method,
                "%s %s HTTP/1.1\r\nHost: %s\r\n%sContent-Length: 0\r\nConnection: close\r\n\r\n"
                        .formatted(method, path, host, lines));
    }

    private RawAnswer sendBody(String body, String length) throws IOException {
        return raw(
                "POST",
                "POST %s HTTP/1.1\r\nHost: %s\r\n%s\r\nConnection: close\r\n\r\n%s"
                        .formatted(CHANGE, own, length, body));
    }

    private RawAnswer raw(String method, String request) throws IOException {
        try (var http = new RawHttp(server)) {
            return http.send(method, request.getBytes(ISO_8859_1));
        }
    }
}
