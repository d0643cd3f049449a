package dev.orderflow.payment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.orderflow.localstack.launcher.TestEnvironment;
import dev.orderflow.localstack.server.LibertyServer;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.microshed.testing.jupiter.MicroShedTest;

/** Servers with incomplete configuration. None of them serves the gateway's endpoints. */
@MicroShedTest
class GatewayConfigurationIT {

    private static final Duration LIMIT = Duration.ofMinutes(4);
    private static final String GATEWAY = "GATEWAY_URL";

    /** Unset, so that these servers consume no records that other tests need. */
    private static final String KAFKA = "KAFKA_BOOTSTRAP_SERVERS";

    private static final String NO_KAFKA = "localhost:1";

    private static LibertyServer unset;
    private static LibertyServer blank;

    @BeforeAll
    static void begin() throws IOException {
        for (String server : List.of("unset", "blank")) { // removes logs of earlier runs
            Files.deleteIfExists(TestEnvironment.server().logFile().resolveSibling(server + ".log"));
        }
        unset = TestEnvironment.unready("unset", Set.of(GATEWAY), Map.of(KAFKA, NO_KAFKA));
        blank = TestEnvironment.unready("blank", Set.of(), Map.of(KAFKA, NO_KAFKA, GATEWAY, " "));
        withoutGateway().forEach(GatewayConfigurationIT::awaitStarted);
    }

    @AfterAll
    static void stop() {
        withoutGateway().forEach(LibertyServer::stop);
    }

    static Stream<LibertyServer> withoutGateway() {
        return Stream.of(unset, blank);
    }

    @ParameterizedTest
    @MethodSource("withoutGateway")
    void a_server_without_a_gateway_does_not_become_ready_and_names_the_variable(LibertyServer server)
            throws IOException {
        given().baseUri(server.baseUri().toString())
                .get("/health/ready")
                .then()
                .statusCode(503)
                .body("checks.find { it.name == 'gateway' }.status", equalTo("DOWN"))
                .body("checks.find { it.name == 'gateway' }.data.state", equalTo("GATEWAY_URL is not set"))
                .body("checks.findAll { it.status == 'DOWN' }.size()", equalTo(1));
        assertThat(Files.readString(server.logFile())).contains("GATEWAY_URL is not set");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/gateway",
                "GET /api/gateway/charges?orderId=some-order",
                "POST /api/gateway/charges",
                "POST /api/gateway/charges/some-key/void",
                "POST /api/gateway/charges/some-key/refunds",
                "GET /api/gateway/statement",
                "PUT /api/gateway/switches",
                "DELETE /api/gateway/switches"
            })
    void the_service_is_no_gateway_itself(String request) {
        String[] methodAndPath = request.split(" ", 2);

        String unknown = answer(methodAndPath[0], "/api/nowhere").extract().path("type");
        answer(methodAndPath[0], methodAndPath[1])
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo(unknown));
    }

    @Test
    void the_document_tells_of_no_gateway() {
        given().get("/openapi?format=json")
                .then()
                .body("paths.keySet()", hasItem("/api/payments/{orderId}"))
                .body("paths.keySet().findAll { it.contains('/gateway') }", empty());
    }

    private static ValidatableResponse answer(String method, String path) {
        return given().contentType("application/json").request(method, path).then();
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
