package dev.orderflow.payment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.microshed.testing.jupiter.MicroShedTest;

@MicroShedTest
class SimulatedGatewayIT {

    private static final String CHARGES = "/api/gateway/charges";
    private static final String PROBLEM = "application/problem+json";

    private final UUID orderId = UUID.randomUUID();

    private ValidatableResponse charge(long amount) {
        return charge("""
                {"orderId": "%s", "amount": %d, "currency": "EUR", "token": "tok_approve"}""".formatted(orderId, amount));
    }

    private ValidatableResponse charge(String body) {
        return given().header("Idempotency-Key", orderId)
                .contentType("application/json")
                .body(body)
                .post(CHARGES)
                .then();
    }

    @Test
    void chargesAKeyOnce() {
        charge(100).statusCode(200).body("status", equalTo("CAPTURED"), "captured", equalTo(100));
        charge(100).statusCode(200).body("status", equalTo("CAPTURED"), "captured", equalTo(100));

        assertThat(Money.keptByGateway(orderId)).isEqualTo(100);
    }

    @Test
    void refusesAKeyThatWasUsedForSomethingElse() {
        charge(100).statusCode(200);
        charge(200).statusCode(422).contentType(PROBLEM);

        assertThat(Money.keptByGateway(orderId)).isEqualTo(100);
    }

    @Test
    void neverChargesAVoidedKey() {
        given().contentType("application/json")
                .post(CHARGES + "/" + orderId + "/void")
                .then()
                .statusCode(200)
                .body("status", equalTo("VOIDED"));
        charge(100).statusCode(200).body("status", equalTo("VOIDED"), "captured", equalTo(0));
    }

    @Test
    void aVoidThatComesTooLateAnswersTheCharge() {
        charge(100).statusCode(200);
        given().contentType("application/json")
                .post(CHARGES + "/" + orderId + "/void")
                .then()
                .body("status", equalTo("CAPTURED"));
    }

    @Test
    void refundsOnce() {
        charge(100).statusCode(200);
        given().contentType("application/json")
                .post(CHARGES + "/" + orderId + "/refunds")
                .then()
                .statusCode(200)
                .body("refunded", equalTo(100));
        given().contentType("application/json")
                .post(CHARGES + "/" + orderId + "/refunds")
                .then()
                .statusCode(200)
                .body("refunded", equalTo(100));
    }

    @Test
    void knowsNothingOfAKeyThatWasNeverUsed() {
        given().get(CHARGES + "/" + orderId).then().statusCode(404).contentType(PROBLEM);
        given().contentType("application/json")
                .post(CHARGES + "/" + orderId + "/refunds")
                .then()
                .statusCode(404)
                .contentType(PROBLEM);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no json",
                "{}",
                "{\"orderId\": \"o\", \"amount\": -1, \"currency\": \"EUR\", \"token\": \"t\"}",
                "{\"orderId\": \"o\", \"amount\": 1, \"currency\": \"euro\", \"token\": \"t\"}",
                "{\"orderId\": \"o\", \"amount\": \"much\", \"currency\": \"EUR\", \"token\": \"t\"}",
                "{\"orderId\": \"o\", \"amount\": 1, \"currency\": \"EUR\"}"
            })
    void refusesABodyThatIsNoCharge(String body) {
        charge(body).statusCode(400).contentType(PROBLEM);

        given().get(CHARGES + "/" + orderId).then().statusCode(404);
    }

    @Test
    void refusesAChargeWithoutKeyOrJson() {
        given().contentType("application/json")
                .body("{\"orderId\": \"o\", \"amount\": 1, \"currency\": \"EUR\", \"token\": \"tok_approve\"}")
                .post(CHARGES)
                .then()
                .statusCode(400)
                .contentType(PROBLEM);
        given().header("Idempotency-Key", orderId)
                .contentType("text/plain")
                .body("x")
                .post(CHARGES)
                .then()
                .statusCode(415)
                .contentType(PROBLEM);
        given().get(CHARGES).then().statusCode(400).contentType(PROBLEM);
    }
}
