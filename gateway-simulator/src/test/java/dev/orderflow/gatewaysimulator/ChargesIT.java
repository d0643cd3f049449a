package dev.orderflow.gatewaysimulator;

import static dev.orderflow.gatewaysimulator.TestGateway.CHARGES;
import static dev.orderflow.gatewaysimulator.TestGateway.PROBLEM;
import static dev.orderflow.gatewaysimulator.TestGateway.ask;
import static dev.orderflow.gatewaysimulator.TestGateway.askInJson;
import static dev.orderflow.gatewaysimulator.TestGateway.askWithoutBody;
import static dev.orderflow.gatewaysimulator.TestGateway.charge;
import static dev.orderflow.gatewaysimulator.TestGateway.kept;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;

import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChargesIT {

    private final UUID orderId = UUID.randomUUID();

    @Test
    void a_key_is_charged_once() {
        charge(orderId, 100, "tok_approve")
                .statusCode(200)
                .contentType("application/json")
                .body("status", equalTo("CAPTURED"), "captured", equalTo(100), "refunded", equalTo(0));
        charge(orderId, 100, "tok_approve").statusCode(200).body("status", equalTo("CAPTURED"));

        assertThat(kept(orderId)).isEqualTo(100);
    }

    @Test
    void a_key_is_charged_once_by_many_at_the_same_time() {
        IntStream.range(0, 32)
                .parallel()
                .forEach(i -> charge(orderId, 100, "tok_approve").statusCode(200));

        assertThat(kept(orderId)).isEqualTo(100);
    }

    @Test
    void a_key_that_was_used_for_something_else_is_refused() {
        charge(orderId, 100, "tok_approve").statusCode(200);
        charge(orderId, 200, "tok_approve")
                .statusCode(422)
                .contentType(PROBLEM)
                .body("type", equalTo("/problems/key-reused"));

        assertThat(kept(orderId)).isEqualTo(100);
    }

    @Test
    void a_voided_key_is_never_charged() {
        askVoid().statusCode(200).body("status", equalTo("VOIDED"));
        charge(orderId, 100, "tok_approve").statusCode(200).body("status", equalTo("VOIDED"), "captured", equalTo(0));
    }

    @Test
    void a_void_that_comes_too_late_answers_the_charge() {
        charge(orderId, 100, "tok_approve").statusCode(200);
        askVoid().body("status", equalTo("CAPTURED"));
    }

    @Test
    void a_charge_is_refunded_once() {
        charge(orderId, 100, "tok_approve").statusCode(200);
        askRefund().statusCode(200).body("refunded", equalTo(100));
        askRefund().statusCode(200).body("refunded", equalTo(100));

        assertThat(kept(orderId)).isZero();
    }

    @Test
    void a_key_that_was_never_used_is_unknown() {
        ask().get(CHARGES + "/" + orderId)
                .then()
                .statusCode(404)
                .contentType(PROBLEM)
                .body("type", equalTo("/problems/unknown-charge"));
        askRefund().statusCode(404).contentType(PROBLEM);
        ask().get(CHARGES + "/%00").then().statusCode(404).contentType(PROBLEM);
        askWithoutBody().post(CHARGES + "/%00/void").then().statusCode(400).contentType(PROBLEM);
        ask().get(CHARGES + "?orderId=" + orderId).then().statusCode(200).body("$", empty());
    }

    @Test
    void all_charges_of_an_order_are_listed() {
        charge(orderId, 100, "tok_approve").statusCode(200);
        askInJson("""
                {"orderId": "%s", "amount": 5, "currency": "EUR", "token": "tok_decline_lost_card"}""".formatted(orderId))
                .header("Idempotency-Key", "second-" + orderId)
                .post(CHARGES)
                .then()
                .statusCode(200)
                .body("status", equalTo("DECLINED"), "reason", equalTo("lost_card"));

        ask().get(CHARGES + "?orderId=" + orderId).then().statusCode(200).body("$", hasSize(2));
    }

    @Test
    void a_slow_answer_takes_a_while() {
        charge(orderId, 100, "tok_slow")
                .statusCode(200)
                .time(greaterThanOrEqualTo(300L))
                .time(lessThan(30_000L));
    }

    @ParameterizedTest
    @CsvSource({
        "tok_timeout_charged, 504, 1500, 100",
        "tok_webhook_first, 504, 1500, 100",
        "tok_timeout_uncharged, 504, 1500, 0",
        "tok_hanging, 504, 1500, 0",
        "tok_error_charged, 500, 0, 100"
    })
    void an_answer_that_does_not_come_in_time_says_nothing(String token, int status, long afterMs, long kept) {
        charge(orderId, 100, token)
                .statusCode(status)
                .time(greaterThanOrEqualTo(afterMs))
                .body(equalTo(""));

        assertThat(kept(orderId)).isEqualTo(kept);
    }

    @Test
    void a_lost_request_is_charged_when_it_is_repeated() {
        charge(orderId, 100, "tok_timeout_uncharged").statusCode(504);
        charge(orderId, 100, "tok_timeout_uncharged").statusCode(200).body("status", equalTo("CAPTURED"));
    }

    @Test
    void a_garbled_answer_breaks_off() {
        charge(orderId, 100, "tok_garbled_charged")
                .statusCode(200)
                .contentType("application/json")
                .body(equalTo("{\"risk\":{"));

        assertThat(kept(orderId)).isEqualTo(100);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no json",
                "{}",
                "null",
                "",
                "{\"orderId\": \"o\", \"amount\": -1, \"currency\": \"EUR\", \"token\": \"t\"}",
                "{\"orderId\": \"o\", \"amount\": 1, \"currency\": \"euro\", \"token\": \"t\"}",
                "{\"orderId\": \"o\", \"amount\": \"much\", \"currency\": \"EUR\", \"token\": \"t\"}",
                "{\"orderId\": \"\\u0000\", \"amount\": 1, \"currency\": \"EUR\", \"token\": \"t\"}",
                "{\"orderId\": \"\\ud800\", \"amount\": 1, \"currency\": \"EUR\", \"token\": \"t\"}",
                "{\"orderId\": \"o\", \"amount\": 1, \"currency\": \"EUR\"}"
            })
    void a_body_that_is_no_charge_is_refused(String body) {
        charge(orderId, body).statusCode(400).contentType(PROBLEM);

        ask().get(CHARGES + "/" + orderId).then().statusCode(404);
    }

    @Test
    void a_refusal_names_every_rule_that_is_broken() {
        charge(
                        orderId,
                        "{\"orderId\": \" \", \"amount\": -1, \"currency\": \"e\", \"token\": \"" + "t".repeat(256)
                                + "\"}")
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-request"))
                .body("errors.field", equalTo(List.of("orderId", "amount", "currency", "token")))
                .body("traceId", not(empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a/b", "a%20b", "\u00e9"})
    void a_key_is_safe_in_a_path(String key) {
        charge(key, 100, "tok_approve").statusCode(400).body("errors.field[0]", equalTo("Idempotency-Key"));
    }

    @Test
    void a_charge_without_a_key_is_refused_and_so_is_a_list_without_an_order() {
        askInJson("{\"orderId\": \"o\", \"amount\": 1, \"currency\": \"EUR\", \"token\": \"tok_approve\"}")
                .post(CHARGES)
                .then()
                .statusCode(400)
                .contentType(PROBLEM);
        ask().get(CHARGES).then().statusCode(400).contentType(PROBLEM);
        ask().get(CHARGES + "?orderId=%00").then().statusCode(400).contentType(PROBLEM);
    }

    private ValidatableResponse askVoid() {
        return askWithoutBody().post(CHARGES + "/" + orderId + "/void").then();
    }

    private ValidatableResponse askRefund() {
        return askWithoutBody().post(CHARGES + "/" + orderId + "/refunds").then();
    }
}
