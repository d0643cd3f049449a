package dev.orderflow.payment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import dev.orderflow.localstack.LibertyServer;
import dev.orderflow.localstack.TestEnvironment;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.microshed.testing.jupiter.MicroShedTest;

/** Servers that are told less than the one of the other tests: what is not said opens nothing. */
@MicroShedTest
class GatewayConfigurationIT {

    private static final Duration LIMIT = Duration.ofMinutes(4);
    private static final String ENVIRONMENT = "ORDERFLOW_ENVIRONMENT";
    private static final String GATEWAY = "GATEWAY_URL";

    /** They take no records from the server of the other tests. */
    private static final Map<String, String> WITHOUT_KAFKA = Map.of("KAFKA_BOOTSTRAP_SERVERS", "localhost:1");

    private static LibertyServer unset;
    private static LibertyServer blank;
    private static LibertyServer misspelt;

    /** A gateway is known to the last one alone: it becomes ready, and nothing is wrong with it but that nobody said development. */
    @BeforeAll
    static void begin() throws IOException {
        for (String server : List.of("unset", "blank")) { // no log is that of an earlier run
            Files.deleteIfExists(TestEnvironment.server().logFile().resolveSibling(server + ".log"));
        }
        unset = TestEnvironment.unready("unset", Set.of(ENVIRONMENT, GATEWAY), WITHOUT_KAFKA);
        blank = TestEnvironment.unready("blank", Set.of(), with(Map.of(ENVIRONMENT, "dev", GATEWAY, " ")));
        misspelt = TestEnvironment.unready("misspelt", Set.of(), with(Map.of(ENVIRONMENT, "Development ")));
        Stream.of(unset, blank, misspelt).forEach(GatewayConfigurationIT::awaitStarted);
    }

    private static Map<String, String> with(Map<String, String> variables) {
        return Stream.of(WITHOUT_KAFKA, variables)
                .flatMap(map -> map.entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @AfterAll
    static void stop() {
        Stream.of(unset, blank, misspelt).forEach(LibertyServer::stop);
    }

    static Stream<LibertyServer> withoutGateway() {
        return Stream.of(unset, blank);
    }

    static Stream<LibertyServer> withoutDevelopment() {
        return Stream.of(unset, blank, misspelt);
    }

    @ParameterizedTest
    @MethodSource("withoutGateway")
    void a_server_without_a_gateway_does_not_become_ready_and_names_the_variable(LibertyServer server)
            throws IOException {
        ready(server)
                .statusCode(503)
                .body("checks.find { it.name == 'gateway' }.status", equalTo("DOWN"))
                .body("checks.find { it.name == 'gateway' }.data.state", equalTo("GATEWAY_URL is not set"))
                .body("checks.findAll { it.status == 'DOWN' }.size()", equalTo(1));
        assertThat(Files.readString(server.logFile())).contains("GATEWAY_URL is not set");
    }

    @Test
    void a_server_with_a_gateway_becomes_ready_although_nobody_said_development() {
        await().atMost(LIMIT).untilAsserted(() -> ready(misspelt).statusCode(200));
    }

    static Stream<Arguments> requestsToTheSimulator() {
        List<String> requests = List.of(
                "GET /api/gateway",
                "GET /api/gateway/charges/some-key",
                "GET /api/gateway/charges?orderId=some-order",
                "POST /api/gateway/charges",
                "PUT /api/gateway/charges",
                "POST /api/gateway/charges/some-key/void",
                "POST /api/gateway/charges/some-key/refunds",
                "GET /api/gateway/statement",
                "GET /api/gateway/switches",
                "PUT /api/gateway/switches",
                "DELETE /api/gateway/switches",
                "GET /api/gateway;a=b/switches",
                "GET /api/%67ateway/switches",
                "GET /api//gateway/switches");
        return requests.stream().flatMap(request -> withoutDevelopment().map(server -> Arguments.of(server, request)));
    }

    @ParameterizedTest
    @MethodSource("requestsToTheSimulator")
    void the_simulated_gateway_is_as_unknown_as_any_path_where_nobody_said_development(
            LibertyServer server, String request) {
        String[] methodAndPath = request.split(" ", 2);

        var unknown = answer(server, methodAndPath[0], "/api/nowhere");
        answer(server, methodAndPath[0], methodAndPath[1])
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", sameAs(unknown, "type"))
                .body("detail", sameAs(unknown, "detail"));
    }

    private static Matcher<String> sameAs(ValidatableResponse other, String field) {
        return equalTo(other.extract().path(field));
    }

    @ParameterizedTest
    @MethodSource("withoutDevelopment")
    void the_document_tells_of_no_simulated_gateway_where_nobody_said_development(LibertyServer server) {
        given().baseUri(server.baseUri().toString())
                .get("/openapi?format=json")
                .then()
                .body("paths.keySet()", hasItem("/api/payments/{orderId}"))
                .body("paths.keySet().findAll { it.contains('/gateway') }", empty())
                .body("tags.name", not(hasItem("Simulated gateway")));
    }

    @Test
    void the_simulated_gateway_charges_where_development_is_said() {
        URI development = TestEnvironment.server().baseUri();

        given().baseUri(development.toString())
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("application/json")
                .body("""
                        {"orderId": "%s", "amount": 100, "currency": "EUR", "token": "tok_approve"}""".formatted(UUID.randomUUID()))
                .post("/api/gateway/charges")
                .then()
                .statusCode(200)
                .body("status", equalTo("CAPTURED"));
    }

    private static ValidatableResponse ready(LibertyServer server) {
        return given().baseUri(server.baseUri().toString()).get("/health/ready").then();
    }

    private static ValidatableResponse answer(LibertyServer server, String method, String path) {
        return given().baseUri(server.baseUri().toString())
                .urlEncodingEnabled(false)
                .contentType("application/json")
                .request(method, path)
                .then();
    }

    private static void awaitStarted(LibertyServer server) {
        await(server.name())
                .atMost(LIMIT)
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> given().baseUri(server.baseUri().toString())
                                .get("/health/started")
                                .statusCode()
                        == 200);
    }
}
