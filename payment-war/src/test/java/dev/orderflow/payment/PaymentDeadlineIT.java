package dev.orderflow.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.localstack.Database;
import dev.orderflow.localstack.ServiceName;
import dev.orderflow.localstack.launcher.TestEnvironment;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.microshed.testing.jupiter.MicroShedTest;

@MicroShedTest
class PaymentDeadlineIT {

    private static Database database;
    private static SagaServices saga;

    @BeforeAll
    static void connect() {
        database = TestEnvironment.backends().database(ServiceName.PAYMENT);
        saga = new SagaServices();
    }

    @AfterAll
    static void disconnect() {
        saga.close();
    }

    @Test
    void a_charge_that_the_gateway_never_heard_of_is_ruled_out_and_the_order_is_told() {
        UUID orderId = unknownFor("11 minutes");

        PaymentBalances.awaitStatus(orderId, "FAILED");

        assertThat(PaymentBalances.payment(orderId).getString("reason")).contains("no definite answer");
        assertThat(PaymentBalances.entries(orderId)).containsExactly("VOID");
        saga.awaitEvents(orderId, "dev.orderflow.payment.failed.v1");
        TestGateway.charge(orderId, "tok_approve").statusCode(200);
        assertThat(PaymentBalances.keptByGateway(orderId))
                .as("a charge that arrives too late")
                .isZero();
    }

    @Test
    void a_charge_that_was_made_all_the_same_counts() {
        UUID orderId = UUID.randomUUID();
        TestGateway.charge(orderId, "tok_approve").statusCode(200);
        unknownFor("11 minutes", orderId);

        PaymentBalances.awaitStatus(orderId, "COMPLETED");

        assertThat(PaymentBalances.entries(orderId)).containsExactly("AUTHORISE", "CAPTURE");
        saga.awaitEvents(orderId, "dev.orderflow.payment.completed.v1");
    }

    @Test
    void a_charge_within_its_time_is_left_alone() {
        UUID young = unknownFor("5 minutes");

        PaymentBalances.awaitStatus(unknownFor("11 minutes"), "FAILED");

        assertThat(PaymentBalances.status(young)).isEqualTo("UNKNOWN");
    }

    private static UUID unknownFor(String age) {
        UUID orderId = UUID.randomUUID();
        unknownFor(age, orderId);
        return orderId;
    }

    /** Stores an UNKNOWN payment whose next attempt is after the test. */
    private static void unknownFor(String age, UUID orderId) {
        database.execute("""
                insert into payment (order_id, status, amount, currency, token, created_at, next_attempt_at)
                values ('%s', 'UNKNOWN', 5980, 'EUR', 'tok_approve', now() - interval '%s', now() + interval '1 hour')""".formatted(orderId, age));
    }
}
