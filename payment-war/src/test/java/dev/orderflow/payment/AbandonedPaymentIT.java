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

    private static Saga saga;

    @BeforeAll
    static void listen() {
        saga = new Saga();
    }

    @AfterAll
    static void hangUp() {
        saga.close();
    }

    @Test
    void an_abandoned_payment_is_never_charged_when_its_order_was_over_before_its_reservation_came() {
        UUID overdue = saga.reserve("tok_approve", Instant.now().minus(Duration.ofMinutes(2)));
        UUID alive = saga.reserve("tok_approve", Instant.now().plus(Duration.ofMinutes(10)));

        Money.awaitStatus(overdue, "VOIDED");
        Money.awaitStatus(alive, "COMPLETED");
        assertThat(Money.charges(overdue)).isZero();
    }

    @Test
    void an_abandoned_payment_is_never_charged_when_the_cancellation_comes_first() {
        UUID orderId = UUID.randomUUID();
        saga.cancel(orderId);
        Money.awaitStatus(orderId, "VOIDED");

        saga.reserve(orderId, UUID.randomUUID(), "tok_approve");
        Money.awaitStatus(saga.reserve("tok_approve"), "COMPLETED");

        assertThat(Money.status(orderId)).isEqualTo("VOIDED");
        assertThat(Money.charges(orderId)).isZero();
        assertThat(saga.consumedOf(orderId)).isEmpty();
    }

    @Test
    void a_rejected_order_leaves_the_same_tombstone() {
        UUID orderId = UUID.randomUUID();
        saga.reject(orderId);

        Money.awaitStatus(orderId, "VOIDED");
        assertThat(Money.payment(orderId).getString("reason")).isEqualTo("OUT_OF_STOCK");
    }

    @Test
    void an_abandoned_payment_is_refunded_in_full_when_it_was_charged() {
        UUID orderId = saga.reserve("tok_approve");
        Money.awaitStatus(orderId, "COMPLETED");

        saga.cancel(orderId);

        Money.awaitStatus(orderId, "REFUNDED");
        assertThat(Money.entries(orderId)).containsExactly("AUTHORISE", "CAPTURE", "REFUND");
        assertThat(Money.keptByUs(orderId)).isZero();
        assertThat(Money.keptByGateway(orderId)).isZero();
        saga.awaitEvents(orderId, COMPLETED, REFUNDED);
    }

    @Test
    void a_second_cancellation_refunds_nothing_more() {
        UUID orderId = saga.reserve("tok_approve");
        Money.awaitStatus(orderId, "COMPLETED");
        saga.cancel(orderId);
        Money.awaitStatus(orderId, "REFUNDED");

        saga.cancel(orderId);
        saga.reject(orderId);
        UUID later = UUID.randomUUID();
        saga.cancel(later);
        Money.awaitStatus(later, "VOIDED");

        assertThat(Money.keptByGateway(orderId)).isZero();
        assertThat(Money.keptByUs(orderId)).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"tok_slow", "tok_timeout_charged", "tok_error_charged", "tok_timeout_uncharged", "tok_decline"})
    void an_abandoned_payment_keeps_nothing_when_it_is_cancelled_during_the_charge(String token) {
        UUID orderId = saga.reserve(token);
        await().atMost(Saga.LIMIT).until(() -> !Money.status(orderId).equals("unknown"));

        saga.cancel(orderId);

        await("cancelled during " + token)
                .atMost(Saga.LIMIT)
                .untilAsserted(() -> assertThat(Money.status(orderId)).isIn("VOIDED", "REFUNDED", "FAILED"));
        assertThat(Money.keptByUs(orderId)).isZero();
        assertThat(Money.keptByGateway(orderId)).isZero();
        assertThat(Money.charges(orderId)).isLessThanOrEqualTo(1);
    }
}
