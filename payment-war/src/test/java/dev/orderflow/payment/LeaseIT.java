package dev.orderflow.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.localstack.Database;
import dev.orderflow.localstack.ServiceName;
import dev.orderflow.localstack.launcher.TestEnvironment;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.microshed.testing.jupiter.MicroShedTest;

/** The transaction that stores the intent also leases the payment. */
@MicroShedTest
class LeaseIT {

    /** More than the number of slots. */
    private static final int REFUSED = 60;

    private static Database admin;
    private static SagaServices saga;

    @BeforeAll
    static void connect() {
        admin = TestEnvironment.backends().adminDatabase(ServiceName.PAYMENT);
        admin.execute("create extension if not exists pg_stat_statements");
        saga = new SagaServices();
    }

    @AfterAll
    static void disconnect() {
        saga.close();
    }

    @Test
    void a_payment_that_is_requested_while_a_slot_is_free_is_charged_without_being_claimed() {
        awaitChargeWithoutAClaim();
    }

    /** Simulates a server that dies after the commit and before the call. */
    @Test
    void a_payment_whose_server_died_after_the_commit_is_claimed_once_its_lease_has_ended() {
        UUID orderId = UUID.randomUUID();
        admin.execute("""
                insert into payment (order_id, status, amount, currency, token, attempts, next_attempt_at)
                values ('%s', 'PENDING', %d, 'EUR', 'tok_approve', 1, now() + interval '3 s')""".formatted(orderId, SagaServices.AMOUNT));

        PaymentBalances.awaitStatus(orderId, "COMPLETED");

        assertThat(admin.number("""
                select count(*) from payment join payment_entry using (order_id)
                where order_id = ? and kind = 'CAPTURE' and attempts = 2 and entered_at > created_at + interval '3 s'""", orderId))
                .as("captured by the second attempt, after the lease")
                .isEqualTo(1);
        assertThat(PaymentBalances.charges(orderId)).isEqualTo(1);
    }

    @Test
    void slots_of_a_transaction_that_was_rolled_back_are_free_again_and_nobody_was_charged_for_it() {
        admin.execute(
                "alter table payment add constraint refused_by_the_test check (token <> 'tok_refused') not valid");
        List<UUID> refused;
        try {
            long before = opened();
            refused = saga.reserveMany(REFUSED, "tok_refused");
            await("it is refused, and tried again").atMost(SagaServices.LIMIT).until(() -> opened() > before + 1);
            assertThat(refused)
                    .allSatisfy(orderId ->
                            assertThat(PaymentBalances.charges(orderId)).isZero());
        } finally {
            admin.execute("alter table payment drop constraint refused_by_the_test");
        }

        refused.forEach(orderId -> PaymentBalances.awaitStatus(orderId, "FAILED"));
        awaitChargeWithoutAClaim();
    }

    /** Retries until no other payment is claimed at the same time. */
    private static void awaitChargeWithoutAClaim() {
        await("a charge without a claim").atMost(SagaServices.LIMIT).until(() -> {
            long before = claimed();
            UUID orderId = saga.reserve("tok_approve");
            PaymentBalances.awaitStatus(orderId, "COMPLETED");
            return claimed() == before;
        });
    }

    /** Returns how many transactions opened payments. */
    private static long opened() {
        return admin.number("""
                select coalesce(sum(calls), 0) from pg_stat_statements
                where query like 'insert into payment as p %'""");
    }

    /** Returns how many payments were claimed. */
    private static long claimed() {
        return admin.number("""
                select coalesce(sum(rows), 0) from pg_stat_statements
                where query like 'update payment set attempts = attempts + %'""");
    }
}
