package dev.orderflow.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.microshed.testing.jupiter.MicroShedTest;

@MicroShedTest
class AbandonedPaymentIT {

    private static final String COMPLETED = "dev.orderflow.payment.completed.v1";
    private static final String REFUNDED = "dev.orderflow.payment.refunded.v1";

    private static SagaServices saga;

    @BeforeAll
    static void listen() {
        saga = new SagaServices();
    }

    @AfterAll
    static void hangUp() {
        saga.close();
    }

    @Test
    void an_abandoned_payment_is_never_charged_when_its_order_was_over_before_its_reservation_came() {
        UUID overdue = saga.reserve("tok_approve", Instant.now().minus(Duration.ofMinutes(2)));
        UUID alive = saga.reserve("tok_approve", Instant.now().plus(Duration.ofMinutes(10)));

        PaymentBalances.awaitStatus(overdue, "VOIDED");
        PaymentBalances.awaitStatus(alive, "COMPLETED");
        assertThat(PaymentBalances.charges(overdue)).isZero();
    }

    @Test
    void an_abandoned_payment_is_never_charged_when_the_cancellation_comes_first() {
        UUID orderId = UUID.randomUUID();
        saga.cancel(orderId);
        PaymentBalances.awaitStatus(orderId, "VOIDED");

        saga.reserve(orderId, UUID.randomUUID(), "tok_approve");
        PaymentBalances.awaitStatus(saga.reserve("tok_approve"), "COMPLETED");

        assertThat(PaymentBalances.status(orderId)).isEqualTo("VOIDED");
        assertThat(PaymentBalances.charges(orderId)).isZero();
        assertThat(saga.consumedOf(orderId)).isEmpty();
    }

    @Test
    void a_rejected_order_leaves_the_same_tombstone() {
        UUID orderId = UUID.randomUUID();
        saga.reject(orderId);

        PaymentBalances.awaitStatus(orderId, "VOIDED");
        assertThat(PaymentBalances.payment(orderId).getString("reason")).isEqualTo("OUT_OF_STOCK");
    }

    @Test
    void an_abandoned_payment_is_refunded_in_full_when_it_was_charged() {
        UUID orderId = saga.reserve("tok_approve");
        PaymentBalances.awaitStatus(orderId, "COMPLETED");

        saga.cancel(orderId);

        PaymentBalances.awaitStatus(orderId, "REFUNDED");
        assertThat(PaymentBalances.entries(orderId)).containsExactly("AUTHORISE", "CAPTURE", "REFUND");
        assertThat(PaymentBalances.keptByUs(orderId)).isZero();
        assertThat(PaymentBalances.keptByGateway(orderId)).isZero();
        saga.awaitEvents(orderId, COMPLETED, REFUNDED);
    }

    @Test
    void a_second_cancellation_refunds_nothing_more() {
        UUID orderId = saga.reserve("tok_approve");
        PaymentBalances.awaitStatus(orderId, "COMPLETED");
        saga.cancel(orderId);
        PaymentBalances.awaitStatus(orderId, "REFUNDED");

        saga.cancel(orderId);
        saga.reject(orderId);
        UUID later = UUID.randomUUID();
        saga.cancel(later);
        PaymentBalances.awaitStatus(later, "VOIDED");

        assertThat(PaymentBalances.keptByGateway(orderId)).isZero();
        assertThat(PaymentBalances.keptByUs(orderId)).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"tok_slow", "tok_timeout_charged", "tok_error_charged", "tok_timeout_uncharged", "tok_decline"})
    void an_abandoned_payment_keeps_nothing_when_it_is_cancelled_during_the_charge(String token) {
        UUID orderId = saga.reserve(token);
        await().atMost(SagaServices.LIMIT)
                .until(() -> !PaymentBalances.status(orderId).equals("unknown"));

        saga.cancel(orderId);

        await("cancelled during " + token)
                .atMost(SagaServices.LIMIT)
                .untilAsserted(() -> assertThat(PaymentBalances.status(orderId)).isIn("VOIDED", "REFUNDED", "FAILED"));
        assertThat(PaymentBalances.keptByUs(orderId)).isZero();
        assertThat(PaymentBalances.keptByGateway(orderId)).isZero();
        assertThat(PaymentBalances.charges(orderId)).isLessThanOrEqualTo(1);
    }
}
