package dev.orderflow.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.localstack.Database;
import dev.orderflow.localstack.ServiceName;
import dev.orderflow.localstack.launcher.TestEnvironment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.microshed.testing.jupiter.MicroShedTest;

/** The circuit breaker and timeout of the gateway's adapter protect the service from a gateway that is down or slow. */
@MicroShedTest
class GatewayFailuresIT {

    private static final int MANY = 60;

    private static SagaServices saga;
    private static Database database;

    @BeforeAll
    static void listen() {
        saga = new SagaServices();
        database = TestEnvironment.backends().database(ServiceName.PAYMENT);
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
    void the_breaker_opens_while_the_gateway_is_down_and_closes_when_it_is_back() {
        turn("DOWN");
        List<UUID> orders = new ArrayList<>();

        await().atMost(SagaServices.LIMIT).until(() -> {
            orders.addAll(reserve(MANY, "tok_approve"));
            orders.forEach(orderId -> awaitStored(orderId));
            return database.number("select count(*) from payment where reason like '%CircuitBreakerOpenException'") > 0;
        });
        reset();

        orders.forEach(orderId -> PaymentBalances.awaitStatus(orderId, "COMPLETED"));
        assertThat(orders)
                .allSatisfy(
                        orderId -> assertThat(PaymentBalances.charges(orderId)).isEqualTo(1));
    }

    /** If these counted as failures, the breaker would open after 40 of them, and most others would be retried. */
    @ParameterizedTest
    @CsvSource({"tok_decline, card_declined", "a token that is longer than the gateway reads, invalid_request"})
    void a_decline_or_a_refusal_is_an_answer_and_does_not_open_the_breaker(String token, String reason) {
        // On a slow machine, timeouts cause some retries.
        await().atMost(SagaServices.LIMIT).untilAsserted(() -> {
            List<UUID> orders = reserve(MANY, token.startsWith("tok") ? token : "t".repeat(300));

            orders.forEach(orderId -> PaymentBalances.awaitStatus(orderId, "FAILED"));
            assertThat(orders)
                    .allSatisfy(orderId -> assertThat(
                                    PaymentBalances.payment(orderId).getString("reason"))
                            .isEqualTo(reason))
                    .filteredOn(
                            orderId -> database.number("select attempts from payment where order_id = ?", orderId) > 1)
                    .hasSizeLessThan(MANY / 3);
        });
    }

    @Test
    void a_reason_that_no_broker_would_take_is_cut() {
        turn("DECLINE");
        TestGateway.books().execute("update switches set decline_reason = repeat('x', 1000000)");

        UUID orderId = saga.reserve("tok_approve");

        PaymentBalances.awaitStatus(orderId, "FAILED");
        assertThat(PaymentBalances.payment(orderId).getString("reason")).isEqualTo("x".repeat(500));
        saga.awaitEvents(orderId, "dev.orderflow.payment.failed.v1");
    }

    /** Sends more charges than the server has slots. If each leaked a thread, the last would never run. */
    @Test
    void an_answer_that_breaks_off_costs_no_thread() {
        List<UUID> orders = reserve(MANY, "tok_garbled_charged");

        orders.forEach(orderId -> PaymentBalances.awaitStatus(orderId, "COMPLETED"));
        assertThat(orders)
                .allSatisfy(
                        orderId -> assertThat(PaymentBalances.charges(orderId)).isEqualTo(1));
    }

    /** Sends more charges than the server has slots. The gateway responds to none until all are stored. */
    @Test
    void a_gateway_that_hangs_holds_up_neither_channel() {
        turn("HANGING");
        List<UUID> orders = reserve(MANY, "tok_approve");
        UUID cancelled = UUID.randomUUID();
        saga.cancel(cancelled);
        saga.cancel(orders.getFirst());

        orders.forEach(orderId -> awaitStored(orderId));
        PaymentBalances.awaitStatus(cancelled, "VOIDED");
        assertThat(orders)
                .allSatisfy(
                        orderId -> assertThat(PaymentBalances.status(orderId)).isNotEqualTo("COMPLETED"));

        reset();
        PaymentBalances.awaitStatus(orders.getFirst(), "VOIDED");
        orders.stream().skip(1).forEach(orderId -> PaymentBalances.awaitStatus(orderId, "COMPLETED"));
    }

    private static List<UUID> reserve(int orders, String token) {
        return IntStream.range(0, orders).mapToObj(i -> saga.reserve(token)).toList();
    }

    private static void awaitStored(UUID orderId) {
        await("intent of " + orderId)
                .pollDelay(Duration.ZERO)
                .atMost(SagaServices.LIMIT)
                .until(() -> !PaymentBalances.status(orderId).equals("unknown"));
    }

    private static void turn(String scenario) {
        TestGateway.turn("{\"scenario\": \"%s\"}".formatted(scenario));
    }
}
