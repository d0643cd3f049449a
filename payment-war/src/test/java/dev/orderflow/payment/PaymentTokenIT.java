package dev.orderflow.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.chassis.harness.MarkedToken;
import dev.orderflow.localstack.Database;
import dev.orderflow.localstack.ServiceName;
import dev.orderflow.localstack.launcher.TestEnvironment;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.microshed.testing.jupiter.MicroShedTest;

/** No failure leaks the payment token to logs, responses or causes of dead letters. */
@MicroShedTest
class PaymentTokenIT {

    private static SagaServices saga;
    private static Database database;

    private final UUID orderId = UUID.randomUUID();
    private final UUID eventId = UUID.randomUUID();
    private final MarkedToken token =
            new MarkedToken(database, TestEnvironment.backends().home().directory(), TestEnvironment.server());

    @BeforeAll
    static void connect() {
        saga = new SagaServices();
        database = TestEnvironment.backends().database(ServiceName.PAYMENT);
    }

    @AfterAll
    static void disconnect() {
        saga.close();
    }

    @Test
    void a_payment_that_the_database_refuses_is_parked_with_the_constraint_and_shown_without_the_token() {
        token.whileRefused("payment", "no_marked_payment", token.isNotIn("token"), () -> {
            saga.reserve(orderId, eventId, token.toString());
            String shown = token.requireMaskedIn(
                    token.park(eventId), "SQLSTATE 23514", "constraint no_marked_payment", "table payment");
            assertThat(shown).contains("\\\"token\\\":\\\"***\\\"", Long.toString(SagaServices.AMOUNT));
        });
    }

    @Test
    void a_charge_that_the_gateway_fails_to_write_down_is_open_and_nobody_is_told_the_token() {
        token.whileRefused(TestGateway.books(), "charge", "no_marked_charge", token.isNotIn("token"), () -> {
            saga.reserve(orderId, eventId, token.toString());
            await().atMost(SagaServices.LIMIT)
                    .until(() ->
                            database.number("select count(*) from payment where order_id = '%s' and reason is not null"
                                            .formatted(orderId))
                                    == 1);
            assertThat(token.get("/api/payments/" + orderId).body()).contains("UNKNOWN", "no answer from the gateway");
        });

        PaymentBalances.awaitStatus(orderId, "FAILED");
        assertThat(token.get("/api/payments/" + orderId).statusCode()).isEqualTo(200);
        assertThat(TestGateway.ask()
                        .get("/api/gateway/charges?orderId=" + orderId)
                        .asString())
                .contains(orderId.toString())
                .doesNotContain(token.toString());
        token.requireNowhere();
    }
}
