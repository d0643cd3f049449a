package dev.orderflow.gatewaysimulator;

import static dev.orderflow.gatewaysimulator.TestGateway.CHARGES;
import static dev.orderflow.gatewaysimulator.TestGateway.PROBLEM;
import static dev.orderflow.gatewaysimulator.TestGateway.STATEMENT;
import static dev.orderflow.gatewaysimulator.TestGateway.SWITCHES;
import static dev.orderflow.gatewaysimulator.TestGateway.ask;
import static dev.orderflow.gatewaysimulator.TestGateway.askWithoutBody;
import static dev.orderflow.gatewaysimulator.TestGateway.charge;
import static dev.orderflow.gatewaysimulator.TestGateway.process;
import static dev.orderflow.gatewaysimulator.TestGateway.reset;
import static dev.orderflow.gatewaysimulator.TestGateway.turn;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SwitchesIT {

    private final UUID key = UUID.randomUUID();

    @AfterEach
    void tokens_decide_again() {
        reset();
    }

    @Test
    void are_off_until_they_are_turned_and_stay_over_a_restart() {
        ask().get(SWITCHES).then().statusCode(200).body("scenario", nullValue());

        turn("{\"scenario\": \"SLOW\"}").statusCode(200).body("percent", equalTo(100));
        process().stop();
        process().start();

        ask().get(SWITCHES)
                .then()
                .statusCode(200)
                .body("scenario", equalTo("SLOW"), "declineReason", equalTo("card_declined"), "percent", equalTo(100));
    }

    @Test
    void decline_whatever_the_token_says_and_with_the_reason_that_they_name() {
        turn("{\"scenario\": \"DECLINE\", \"declineReason\": \"insufficient_funds\"}")
                .statusCode(200);

        charge(key, 100, "tok_approve")
                .statusCode(200)
                .body("status", equalTo("DECLINED"), "reason", equalTo("insufficient_funds"));
    }

    @Test
    void take_the_gateway_down_for_whatever_it_is_asked_but_what_brings_it_back() {
        turn("{\"scenario\": \"DOWN\"}").statusCode(200);

        Stream<ValidatableResponse> answers = Stream.of(
                charge(key, 100, "tok_approve"),
                ask().get(CHARGES + "/" + key).then(),
                askWithoutBody().post(CHARGES + "/" + key + "/void").then(),
                askWithoutBody().post(CHARGES + "/" + key + "/refunds").then(),
                ask().get(STATEMENT).then());
        answers.forEach(
                answer -> answer.statusCode(503).contentType(PROBLEM).body("type", equalTo("/problems/gateway-down")));
        ask().get(SWITCHES).then().statusCode(200);

        reset();
        ask().get(CHARGES + "/" + key).then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"scenario\": \"EXPLODE\"}",
                "{\"scenario\": 1}",
                "{\"scenario\": \"SLOW\", \"percent\": 0}",
                "{\"scenario\": \"SLOW\", \"percent\": 101}",
                "{\"scenario\": \"SLOW\", \"percent\": 1.5}",
                "{\"scenario\": \"DECLINE\", \"declineReason\": \"No money!\"}",
                "[]",
                "null",
                ""
            })
    void are_not_turned_by_a_bad_request(String body) {
        turn(body).statusCode(400).contentType(PROBLEM);

        ask().get(SWITCHES).then().body("scenario", nullValue());
    }
}
