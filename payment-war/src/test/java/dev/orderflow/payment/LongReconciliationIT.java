package dev.orderflow.payment;

import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.localstack.Database;
import dev.orderflow.localstack.ServiceName;
import dev.orderflow.localstack.launcher.TestEnvironment;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.microshed.testing.jupiter.MicroShedTest;

/** Many payments without a movement of money. Reconciliation must query the gateway for each. */
@MicroShedTest
class LongReconciliationIT {

    /** Sequential requests would take half a minute. */
    private static final int DECLINED = 300;

    private static final long HEARTBEAT_S = 10;

    private static Database database;
    private static Database gateway;

    @BeforeAll
    static void connect() {
        database = TestEnvironment.backends().database(ServiceName.PAYMENT);
        gateway = TestGateway.books();
    }

    @AfterEach
    void makeTheGatewayFast() {
        if (gateway.number("select count(*) from pg_tables where tablename = 'slow_charge'") == 1) {
            gateway.execute("drop view charge; alter table slow_charge rename to charge");
        }
    }

    @Test
    void a_pass_that_asks_for_many_payments_gives_a_heartbeat_for_each_and_asks_for_some_at_a_time() {
        makeTheGatewaySlow();
        var oldest = new AtomicLong();
        var together = new AtomicLong();
        String declined = Stream.generate(UUID::randomUUID)
                .limit(DECLINED)
                .map("('%s'::uuid)"::formatted)
                .collect(joining(", "));
        gateway.execute("""
                insert into slow_charge (key, order_id, amount, currency, token, status)
                select id::text, id::text, 0, 'EUR', 'tok_asked_slowly', 'DECLINED'
                from (values %s) as declined (id)""".formatted(declined));
        database.execute("""
                insert into payment (order_id, status, amount, currency, token, created_at)
                select id, 'FAILED', 5980, 'EUR', 'tok_asked_slowly', now() - interval '1 minute'
                from (values %s) as declined (id)""".formatted(declined));

        await("all are compared").atMost(SagaServices.LIMIT).until(() -> {
            oldest.accumulateAndGet(secondsSinceTheHeartbeat(), Math::max);
            together.accumulateAndGet(
                    gateway.number("select count(*) from pg_stat_activity where wait_event = 'PgSleep'"), Math::max);
            return database.number("""
                            select count(*) from payment
                            where token = 'tok_asked_slowly' and agreed_version = version""") == DECLINED;
        });

        assertThat(oldest.get()).isLessThan(HEARTBEAT_S);
        assertThat(together.get()).isGreaterThan(1);
    }

    @Test
    void the_gateway_is_not_asked_about_a_payment_that_was_never_requested() {
        UUID requested = payment("FAILED", "EUR");
        UUID abandoned = payment("VOIDED", "XXX");

        await().atMost(SagaServices.LIMIT).until(() -> isAgreed(requested));
        new ReconciliationReports(database).awaitPass();

        assertThat(isAgreed(abandoned)).isFalse();
    }

    @Test
    void a_payment_that_agrees_is_not_written_again() {
        UUID paid = UUID.randomUUID();
        LedgerRows.open().ours(paid, "COMPLETED", SagaServices.AMOUNT, 0);
        LedgerRows.open().gateway(paid.toString(), paid, SagaServices.AMOUNT, 0);
        await().atMost(SagaServices.LIMIT).until(() -> isAgreed(paid));
        long written = writtenBy(paid);

        new ReconciliationReports(database).awaitPass();
        new ReconciliationReports(database).awaitPass();

        assertThat(writtenBy(paid)).isEqualTo(written);
    }

    private static UUID payment(String status, String currency) {
        UUID orderId = UUID.randomUUID();
        database.execute("""
                insert into payment (order_id, status, currency, created_at)
                values ('%s', '%s', '%s', now() - interval '1 minute')""".formatted(orderId, status, currency));
        return orderId;
    }

    private static boolean isAgreed(UUID orderId) {
        return database.number("select count(*) from payment where order_id = ? and agreed_version = version", orderId)
                == 1;
    }

    /** Returns the id of the transaction that last wrote the row. */
    private static long writtenBy(UUID orderId) {
        return database.number("select xmin::text::bigint from payment where order_id = ?", orderId);
    }

    /** Delays each response by a tenth of a second. */
    private static void makeTheGatewaySlow() {
        gateway.execute("""
                alter table charge rename to slow_charge;
                create view charge as select * from slow_charge
                where token <> 'tok_asked_slowly' or pg_sleep(0.1) is not null""");
    }

    private static long secondsSinceTheHeartbeat() {
        return given().get("/health/live")
                .jsonPath()
                .getLong("checks.find { it.name == 'workers' }.data.'payments-reconcile.age-s'");
    }
}
