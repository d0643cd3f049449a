package dev.orderflow.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.microshed.testing.jupiter.MicroShedTest;

@MicroShedTest
class PaymentOutcomesIT {

    private static final String COMPLETED = "dev.orderflow.payment.completed.v1";
    private static final String FAILED = "dev.orderflow.payment.failed.v1";
    private static final List<String> TOKENS = List.of(
            "tok_approve",
            "tok_decline",
            "tok_slow",
            "tok_timeout_charged",
            "tok_error_charged",
            "tok_timeout_uncharged",
            "tok_garbled_charged",
            "tok_nobody_knows");

    private static SagaServices saga;

    @BeforeAll
    static void listen() {
        saga = new SagaServices();
    }

    @AfterAll
    static void hangUp() {
        saga.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tok_approve",
                "tok_slow",
                "tok_timeout_charged",
                "tok_error_charged",
                "tok_timeout_uncharged",
                "tok_garbled_charged",
                "tok_webhook_first",
                "tok_webhook_twice",
                "tok_webhook_late"
            })
    void an_order_is_charged_once_however_the_gateway_behaves(String token) {
        UUID orderId = saga.reserve(token);

        PaymentBalances.awaitStatus(orderId, "COMPLETED");
        assertThat(PaymentBalances.entries(orderId)).containsExactly("AUTHORISE", "CAPTURE");
        assertThat(PaymentBalances.keptByUs(orderId)).isEqualTo(SagaServices.AMOUNT);
        assertThat(PaymentBalances.keptByGateway(orderId)).isEqualTo(SagaServices.AMOUNT);
        assertThat(PaymentBalances.charges(orderId)).isEqualTo(1);
        saga.awaitEvents(orderId, COMPLETED);
    }

    @ParameterizedTest
    @CsvSource({"tok_decline, card_declined", "tok_nobody_knows, unknown_token"})
    void a_decline_is_an_answer(String token, String reason) {
        UUID orderId = saga.reserve(token);

        PaymentBalances.awaitStatus(orderId, "FAILED");
        assertThat(PaymentBalances.payment(orderId).getString("reason")).isEqualTo(reason);
        assertThat(PaymentBalances.entries(orderId)).isEmpty();
        assertThat(PaymentBalances.keptByGateway(orderId)).isZero();
        saga.awaitEvents(orderId, FAILED);
    }

    @Test
    void repeated_events_charge_once() {
        UUID orderId = UUID.randomUUID();
        UUID eventId = UUID.randomUUID();
        saga.reserve(orderId, eventId, "tok_approve");
        saga.reserve(orderId, eventId, "tok_approve");
        PaymentBalances.awaitStatus(orderId, "COMPLETED");
        saga.reserve(orderId, eventId, "tok_approve");
        saga.reserve(orderId, UUID.randomUUID(), "tok_approve");
        UUID later = saga.reserve("tok_approve");
        PaymentBalances.awaitStatus(later, "COMPLETED");

        assertThat(PaymentBalances.charges(orderId)).isEqualTo(1);
        assertThat(PaymentBalances.keptByUs(orderId)).isEqualTo(SagaServices.AMOUNT);
        saga.awaitEvents(later, COMPLETED);
        saga.awaitEvents(orderId, COMPLETED);
    }

    @Test
    void two_hundred_mixed_payments_end_and_both_ledgers_agree() {
        List<UUID> orders = IntStream.range(0, 200)
                .mapToObj(i -> saga.reserve(TOKENS.get(i % TOKENS.size())))
                .toList();

        orders.forEach(PaymentBalances::awaitEnd);
        assertThat(orders).allSatisfy(orderId -> {
            assertThat(PaymentBalances.keptByUs(orderId)).isEqualTo(PaymentBalances.keptByGateway(orderId));
            assertThat(PaymentBalances.charges(orderId)).isEqualTo(1);
        });
        await().atMost(SagaServices.LIMIT)
                .untilAsserted(() -> assertThat(orders)
                        .allSatisfy(
                                orderId -> assertThat(saga.consumedOf(orderId)).hasSize(1)));
    }
}
