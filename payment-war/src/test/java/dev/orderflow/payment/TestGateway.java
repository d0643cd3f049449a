package dev.orderflow.payment;

import static io.restassured.RestAssured.given;

import dev.orderflow.localstack.Database;
import dev.orderflow.localstack.launcher.TestEnvironment;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;

/** The simulated gateway of the server under test. */
final class TestGateway {

    private static final String SWITCHES = "/api/gateway/switches";

    private TestGateway() {}

    static RequestSpecification ask() {
        return given().baseUri(TestEnvironment.gateway().baseUri().toString());
    }

    /** Returns the gateway's ledger, accessed as its owner. */
    static Database books() {
        return TestEnvironment.backends().gatewayDatabase();
    }

    static ValidatableResponse charge(UUID orderId, String token) {
        return charge(orderId.toString(), orderId, token);
    }

    static ValidatableResponse charge(String key, UUID orderId, String token) {
        return ask().header("Idempotency-Key", key)
                .contentType("application/json")
                .body("""
                        {"orderId": "%s", "amount": %d, "currency": "EUR", "token": "%s"}""".formatted(orderId, SagaServices.AMOUNT, token))
                .post("/api/gateway/charges")
                .then();
    }

    static void turn(String switches) {
        ask().contentType("application/json")
                .body(switches)
                .put(SWITCHES)
                .then()
                .statusCode(200);
    }

    static void reset() {
        ask().delete(SWITCHES).then().statusCode(204);
    }
}
