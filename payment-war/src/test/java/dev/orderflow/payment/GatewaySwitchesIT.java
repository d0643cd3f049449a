package dev.orderflow.payment;

import static org.assertj.core.api.Assertions.assertThat;

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

    private static SagaServices saga;

    @BeforeAll
    static void listen() {
        saga = new SagaServices();
    }

    @AfterAll
    static void hangUp() {
        saga.close();
    }

    @AfterEach
    void reset() {
        TestGateway.reset();
    }

    @Test
    void switches_decline_whatever_the_token_says_and_with_the_reason_that_they_name() {
        TestGateway.turn("{\"scenario\": \"DECLINE\", \"declineReason\": \"insufficient_funds\"}");

        UUID orderId = saga.reserve("tok_approve");

        PaymentBalances.awaitStatus(orderId, "FAILED");
        assertThat(PaymentBalances.payment(orderId).getString("reason")).isEqualTo("insufficient_funds");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"SLOW", "TIMEOUT_CHARGED", "ERROR_CHARGED", "TIMEOUT_UNCHARGED", "GARBLED_CHARGED", "APPROVE"})
    void switches_play_every_failure_and_the_order_is_charged_once_all_the_same(String scenario) {
        TestGateway.turn("{\"scenario\": \"%s\"}".formatted(scenario));

        UUID orderId = saga.reserve("tok_decline");

        PaymentBalances.awaitStatus(orderId, "COMPLETED");
        assertThat(PaymentBalances.charges(orderId)).isEqualTo(1);
        assertThat(PaymentBalances.keptByGateway(orderId)).isEqualTo(SagaServices.AMOUNT);
    }

    @Test
    void switches_take_the_gateway_down_and_what_was_asked_meanwhile_is_charged_when_it_is_back() {
        TestGateway.turn("{\"scenario\": \"DOWN\"}");
        UUID orderId = saga.reserve("tok_approve");
        PaymentBalances.awaitStatus(orderId, "UNKNOWN");
        assertThat(PaymentBalances.charges(orderId)).isZero();

        reset();

        PaymentBalances.awaitStatus(orderId, "COMPLETED");
        assertThat(PaymentBalances.charges(orderId)).isEqualTo(1);
    }

    @Test
    void switches_are_for_a_share_of_the_charges_and_always_for_the_same() {
        TestGateway.turn("{\"scenario\": \"DECLINE\", \"percent\": 30}");

        List<UUID> orders = IntStream.range(0, 200)
                .mapToObj(i -> saga.reserve("tok_approve"))
                .toList();

        orders.forEach(PaymentBalances::awaitEnd);
        assertThat(orders)
                .filteredOn(orderId -> PaymentBalances.status(orderId).equals("FAILED"))
                .hasSizeBetween(30, 90)
                .allMatch(orderId -> Math.floorMod(orderId.toString().hashCode(), 100) < 30);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tok_decline_insufficient_funds", "tok_decline_expired_card"})
    void switches_are_not_needed_to_decline_with_a_reason(String token) {
        UUID orderId = saga.reserve(token);

        PaymentBalances.awaitStatus(orderId, "FAILED");
        assertThat(PaymentBalances.payment(orderId).getString("reason"))
                .isEqualTo(token.substring("tok_decline_".length()));
    }
}
