package dev.orderflow.gatewaysimulator;

import static dev.orderflow.gatewaysimulator.TestGateway.CHARGES;
import static dev.orderflow.gatewaysimulator.TestGateway.ask;
import static dev.orderflow.gatewaysimulator.TestGateway.backends;
import static dev.orderflow.gatewaysimulator.TestGateway.charge;
import static dev.orderflow.gatewaysimulator.TestGateway.process;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.orderflow.localstack.StackFailure;
import dev.orderflow.localstack.StackPorts;
import dev.orderflow.localstack.gateway.GatewaySimulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProcessIT {

    @ParameterizedTest
    @ValueSource(strings = {"dev", "Development ", " "})
    void it_does_not_start_outside_of_development_and_says_why(String environment) {
        GatewaySimulator misspelt =
                GatewaySimulator.of(backends(), StackPorts.free(), Map.of("ORDERFLOW_ENVIRONMENT", environment));

        assertThatThrownBy(misspelt::start)
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("ended while starting, with status 1.")
                .hasMessageContaining("ORDERFLOW_ENVIRONMENT is exactly development");
    }

    @Test
    void what_was_charged_survives_a_kill() {
        UUID key = UUID.randomUUID();
        charge(key, 100, "tok_approve").statusCode(200);

        process().kill();
        process().start();

        ask().get(CHARGES + "/" + key).then().statusCode(200).body("captured", equalTo(100));
    }

    @Test
    void it_is_not_ready_while_its_database_is_away_and_charges_again_when_it_is_back() {
        UUID key = UUID.randomUUID();
        backends().postgres().stop();
        try {
            ask().get("/health/ready").then().statusCode(503);
            ask().get("/health/live").then().statusCode(200);
            charge(key, 100, "tok_approve")
                    .statusCode(503)
                    .header("Retry-After", "2")
                    .body("type", equalTo("/problems/service-unavailable"));
        } finally {
            backends().postgres().start();
        }
        await().atMost(Duration.ofSeconds(30))
                .until(() -> charge(key, 100, "tok_approve").extract().statusCode() == 200);
    }

    /** Once it is ready; under load, its heap adds some 20 MB. */
    @Test
    void it_needs_less_than_a_hundred_megabytes() throws IOException {
        GatewaySimulator fresh = GatewaySimulator.of(backends(), StackPorts.free(), Map.of());
        fresh.start();
        try {
            Path status = Path.of("/proc/" + fresh.pid() + "/status");
            Assumptions.assumeTrue(Files.exists(status), "only Linux tells");
            given().baseUri(fresh.baseUri().toString())
                    .get("/api/gateway/statement")
                    .then()
                    .statusCode(200);

            assertThat(residentKilobytes(status)).isLessThan(100_000);
        } finally {
            fresh.stop();
        }
    }

    private static long residentKilobytes(Path status) throws IOException {
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .map(line -> line.replaceAll("\\D", ""))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElseThrow();
    }
}
