package dev.orderflow.payment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.microshed.testing.jupiter.MicroShedTest;

@MicroShedTest
class GatewaySwitchesIT {

    private static final String SWITCHES = "/api/gateway/switches";

    private static Saga saga;

    @BeforeAll
    static void listen() {
        saga = new Saga();
    }

    @AfterAll
    static void hangUp() {
        saga.close();
    }

    @AfterEach
    void reset() {
        given().delete(SWITCHES).then().statusCode(204);
    }

    @Test
    void areOffUntilTheyAreTurned() {
        given().get(SWITCHES).then().statusCode(200).body("scenario", nullValue());

        turn("{\"scenario\": \"SLOW\"}").statusCode(200).body("percent", equalTo(100));

        given().get(SWITCHES).then().statusCode(200).body("scenario", equalTo("SLOW"));
    }

    @Test
    void declineWhateverTheTokenSaysAndWithTheReasonThatTheyName() {
        turn("{\"scenario\": \"DECLINE\", \"declineReason\": \"insufficient_funds\"}")
                .statusCode(200);

        UUID orderId = saga.reserve("tok_approve");

        Money.awaitStatus(orderId, "FAILED");
        assertThat(Money.payment(orderId).getString("reason")).isEqualTo("insufficient_funds");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"SLOW", "TIMEOUT_CHARGED", "ERROR_CHARGED", "TIMEOUT_UNCHARGED", "GARBLED_CHARGED", "APPROVE"})
    void playEveryFailureAndTheOrderIsChargedOnceAllTheSame(String scenario) {
        turn("{\"scenario\": \"%s\"}".formatted(scenario)).statusCode(200);

        UUID orderId = saga.reserve("tok_decline");

        Money.awaitStatus(orderId, "COMPLETED");
        assertThat(Money.charges(orderId)).isEqualTo(1);
        assertThat(Money.keptByGateway(orderId)).isEqualTo(Saga.AMOUNT);
    }

    @Test
    void takeTheGatewayDownAndWhatWasAskedMeanwhileIsChargedWhenItIsBack() {
        turn("{\"scenario\": \"DOWN\"}").statusCode(200);
        UUID orderId = saga.reserve("tok_approve");
        Money.awaitStatus(orderId, "UNKNOWN");
        given().get("/api/gateway/charges/" + orderId)
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/gateway-down"));
        assertThat(Money.charges(orderId)).isZero();

        reset();

        Money.awaitStatus(orderId, "COMPLETED");
        assertThat(Money.charges(orderId)).isEqualTo(1);
    }

    @Test
    void areForAShareOfTheChargesAndAlwaysForTheSame() {
        turn("{\"scenario\": \"DECLINE\", \"percent\": 30}").statusCode(200);

        List<UUID> orders = IntStream.range(0, 200)
                .mapToObj(i -> saga.reserve("tok_approve"))
                .toList();

        orders.forEach(Money::awaitEnd);
        assertThat(orders)
                .filteredOn(orderId -> Money.status(orderId).equals("FAILED"))
                .hasSizeBetween(30, 90)
                .allMatch(orderId -> Math.floorMod(orderId.toString().hashCode(), 100) < 30);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tok_decline_insufficient_funds", "tok_decline_expired_card"})
    void areNotNeededToDeclineWithAReason(String token) {
        UUID orderId = saga.reserve(token);

        Money.awaitStatus(orderId, "FAILED");
        assertThat(Money.payment(orderId).getString("reason")).isEqualTo(token.substring("tok_decline_".length()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"scenario\": \"EXPLODE\"}",
                "{\"scenario\": \"SLOW\", \"percent\": 0}",
                "{\"scenario\": \"SLOW\", \"percent\": 101}",
                "{\"scenario\": \"DECLINE\", \"declineReason\": \"No money!\"}",
                "[]",
                ""
            })
    void areNotTurnedByABadRequest(String body) {
        turn(body).statusCode(400).contentType("application/problem+json");

        given().get(SWITCHES).then().body("scenario", nullValue());
    }

    private static ValidatableResponse turn(String body) {
        return given().contentType("application/json").body(body).put(SWITCHES).then();
    }
}
