package dev.orderflow.payment.persistence;

import static dev.orderflow.payment.persistence.BareTransaction.AMOUNT;
import static dev.orderflow.payment.persistence.BareTransaction.LEASE_MS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.orderflow.chassis.harness.BarePersistence;
import dev.orderflow.chassis.sql.PlainSql;
import dev.orderflow.localstack.ServiceName;
import dev.orderflow.localstack.launcher.TestEnvironment;
import dev.orderflow.payment.application.settlement.ReceivedAnswer;
import dev.orderflow.payment.domain.EntryKind;
import dev.orderflow.payment.domain.GatewayAnswer;
import dev.orderflow.payment.domain.Payment;
import dev.orderflow.payment.domain.PaymentEntry;
import dev.orderflow.payment.domain.PaymentStatus;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.microshed.testing.jupiter.MicroShedTest;

/** The statements that store payments. Each test rolls back, and uses a separate role for the statistics. */
@MicroShedTest
class PaymentStatementsIT {

    private static final int FEW = 5;
    private static final int MANY = 200;

    private static final String WAITS_MS = """
            select extract(epoch from next_attempt_at - clock_timestamp()) * 1000 from payment where order_id = ?""";

    private static BarePersistence persistence;

    @BeforeAll
    static void connect() {
        persistence = new BarePersistence("payment", TestEnvironment.backends().adminDatabase(ServiceName.PAYMENT));
        statementsOf(transaction -> transaction.request(orders(1)));
    }

    @AfterAll
    static void disconnect() {
        persistence.close();
    }

    @Test
    void many_payments_are_requested_by_as_many_statements_as_a_few() {
        long few = statementsOf(transaction -> transaction.request(orders(FEW)));
        long many = statementsOf(transaction -> transaction.request(orders(MANY)));

        assertThat(many).isEqualTo(few);
    }

    @Test
    void many_answers_are_recorded_by_as_many_statements_as_a_few() {
        long few = statementsOf(transaction -> settle(transaction, orders(FEW)));
        long many = statementsOf(transaction -> settle(transaction, orders(MANY)));

        assertThat(many).isEqualTo(few);
    }

    @Test
    void what_a_statement_has_written_is_what_the_entity_reads() {
        UUID order = UUID.randomUUID();
        transact(transaction -> {
            transaction.request(List.of(order));
            Payment requested = transaction.payments.find(order).orElseThrow();
            assertThat(requested.status()).isEqualTo(PaymentStatus.PENDING);
            assertThat(requested.amount()).isEqualTo(AMOUNT);
            assertThat(requested.attempts()).isEqualTo(1);
            assertThat(waitMillis(transaction.entityManager, order)).isBetween(LEASE_MS / 2, LEASE_MS);

            transaction.entityManager.clear();
            transaction.payments.lock(List.of(order));
            Payment abandoned = transaction.payments.get(order);
            abandoned.abandon("why");
            abandoned.continueTrace("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
            transaction.payments.update(abandoned);
            transaction.write();

            Payment read = transaction.payments.find(order).orElseThrow();
            assertThat(read)
                    .usingRecursiveComparison()
                    .ignoringFields("version", "changed")
                    .isEqualTo(abandoned);
            assertThat(read.version()).isEqualTo(abandoned.version() + 1);
            assertThat(waitMillis(transaction.entityManager, order)).isBetween(LEASE_MS / 2, LEASE_MS);
        });
    }

    @Test
    void entries_that_a_statement_has_written_are_what_the_entities_read() {
        UUID order = UUID.randomUUID();
        transact(transaction -> {
            transaction.request(List.of(order));
            transaction.record(List.of(new ReceivedAnswer(order, GatewayAnswer.captured(), null)));

            List<PaymentEntry> entries = transaction.payments.entries(order);
            assertThat(entries).extracting(PaymentEntry::kind).containsExactly(EntryKind.AUTHORISE, EntryKind.CAPTURE);
            assertThat(entries)
                    .extracting(PaymentEntry::orderId, PaymentEntry::amount)
                    .containsOnly(tuple(order, AMOUNT));
            assertThat(entries).extracting(PaymentEntry::enteredAt).doesNotContainNull();
        });
    }

    @Test
    void an_order_that_a_batch_names_twice_has_one_payment_as_it_was_at_last() {
        UUID order = UUID.randomUUID();
        transact(transaction -> {
            transaction.request(List.of(order, order));
            transaction.record(List.of(
                    new ReceivedAnswer(order, GatewayAnswer.unanswered("silence"), null),
                    new ReceivedAnswer(order, GatewayAnswer.captured(), null)));

            Payment read = transaction.payments.find(order).orElseThrow();
            assertThat(read.status()).isEqualTo(PaymentStatus.COMPLETED);
            assertThat(read.version()).isEqualTo(2);
        });
    }

    @Test
    void a_payment_that_somebody_changed_since_it_was_loaded_is_not_written_over() {
        UUID order = UUID.randomUUID();
        transact(transaction -> {
            transaction.request(List.of(order));
            Payment stale = transaction.payments.find(order).orElseThrow();
            PlainSql.update(
                    transaction.entityManager, "update payment set version = version + 1 where order_id = ?", order);
            stale.abandon("late");
            transaction.payments.update(stale);

            assertThatThrownBy(transaction::write).rootCause().hasMessageContaining("version");
        });
    }

    @Test
    void a_webhook_leaves_a_payment_alone_that_it_has_not_locked() {
        UUID order = UUID.randomUUID();
        try {
            transact(transaction -> {
                transaction.handleWebhook(
                        order,
                        () -> persistence.commit(entityManager -> {
                            new BareTransaction(entityManager).request(List.of(order));
                            return order;
                        }));

                assertThat(waitMillis(transaction.entityManager, order)).isBetween(LEASE_MS / 2, LEASE_MS);
            });
        } finally {
            persistence.commit(
                    entityManager -> PlainSql.update(entityManager, "delete from payment where order_id = ?", order));
        }
    }

    /** Records all kinds of responses, for payments that are stored first. */
    private static void settle(BareTransaction transaction, List<UUID> orders) {
        transaction.request(orders);
        List<GatewayAnswer> kinds = List.of(
                GatewayAnswer.captured(),
                GatewayAnswer.declined("no"),
                GatewayAnswer.unanswered("silence"),
                GatewayAnswer.voided());
        List<ReceivedAnswer> answers = new ArrayList<>();
        for (int i = 0; i < orders.size(); i++) {
            answers.add(new ReceivedAnswer(orders.get(i), kinds.get(i % kinds.size()), null));
        }
        transaction.record(answers);
    }

    private static List<UUID> orders(int count) {
        return Stream.generate(UUID::randomUUID).limit(count).toList();
    }

    private static long waitMillis(EntityManager entityManager, UUID order) {
        return PlainSql.select(entityManager, WAITS_MS, row -> row.getLong(1), order)
                .getFirst();
    }

    private static long statementsOf(Consumer<BareTransaction> work) {
        return persistence.statementsOf(() -> transact(work));
    }

    private static void transact(Consumer<BareTransaction> work) {
        persistence.rollBack(entityManager -> work.accept(new BareTransaction(entityManager)));
    }
}
