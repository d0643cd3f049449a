package dev.orderflow.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.localstack.Database;
import dev.orderflow.localstack.ServiceName;
import dev.orderflow.localstack.backends.Backends;
import dev.orderflow.localstack.launcher.TestEnvironment;
import dev.orderflow.messaging.harness.KafkaTestClient;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.microshed.testing.jupiter.MicroShedTest;

/** The service recognises transient faults of a real Liberty and PostgreSQL, and retries in place. */
@MicroShedTest
class RetryIT {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    static final String WAITING =
            "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and usename = 'orders'";

    private static final Backends BACKENDS = TestEnvironment.backends();
    private static final Database ADMIN = BACKENDS.adminDatabase(ServiceName.ORDER);

    private static KafkaTestClient wire;

    private final OrderApiClient api =
            new OrderApiClient(TestEnvironment.server().baseUri());
    private final ServerLog log = ServerLog.fromNow(TestEnvironment.server());

    @BeforeAll
    static void connect() {
        wire = new KafkaTestClient(BACKENDS.bootstrapServers());
    }

    @AfterAll
    static void disconnect() {
        wire.close();
    }

    @Test
    void a_connection_that_is_lost_in_the_midst_of_a_commit_passes() {
        UUID order = api.place("c-retry");
        OrderRows.execute("create table lingering (order_id uuid)");
        OrderRows.execute("insert into lingering values ('%s')".formatted(order));
        OrderRows.execute("""
                create function linger() returns trigger language plpgsql as $$ begin
                    perform pg_sleep(60) from lingering l where l.order_id = new.order_id;
                    return null;
                end $$;
                create constraint trigger linger after insert on order_history deferrable initially deferred
                for each row execute function linger()""");
        try {
            String committing =
                    "from pg_stat_activity where query = 'COMMIT' and state = 'active' and usename = 'orders'";
            paid(order);
            await().atMost(LIMIT)
                    .until(() -> ADMIN.number("select count(*) " + committing + " and wait_event = 'PgSleep'") == 1);
            OrderRows.execute("delete from lingering");
            ADMIN.execute("select pg_terminate_backend(pid) " + committing + " and wait_event = 'PgSleep'");
            awaitAttempts(1);
        } finally {
            OrderRows.execute("drop trigger linger on order_history");
            OrderRows.execute("drop function linger");
            OrderRows.execute("drop table lingering");
        }
        awaitConfirmedAndNothingParked(order);
    }

    /**
     * The handler is the victim of a deadlock. On a slow machine PostgreSQL may check too early and choose the other.
     */
    @Test
    void a_deadlock_passes() {
        UUID order =
                await("a deadlock").atMost(LIMIT).until(this::deadlock, victim -> log.count("deadlock detected") > 0);
        awaitConfirmedAndNothingParked(order);
    }

    private UUID deadlock() throws SQLException {
        UUID order = api.place("c-retry");
        try (Connection rival = ADMIN.connect()) {
            rival.setAutoCommit(false);
            execute(rival, "set deadlock_timeout = '1h'; set lock_timeout = '5s'");
            execute(rival, "lock table order_history in exclusive mode");
            paid(order);
            await().atMost(LIMIT).until(() -> ADMIN.number(WAITING + " and query like '%order_history%'") > 0);
            execute(rival, "update orders set total = total where id = '%s'".formatted(order));
            rival.rollback();
        } catch (SQLException slow) {
            assertThat(slow.getSQLState()).isEqualTo("55P03");
        }
        return order;
    }

    @Test
    void a_database_that_dies_passes_and_each_attempt_is_one_line_of_log() {
        UUID order = api.place("c-retry");
        BACKENDS.postgres().kill();
        try {
            paid(order);
            awaitAttempts(3);
            requireRefusedForNow(api.place("key-" + order, "c-retry", "BOOK-001", 1));
        } finally {
            BACKENDS.postgres().start();
        }
        awaitConfirmedAndNothingParked(order);
        assertThat(log.stacksBy("dev.orderflow.messaging")).isEmpty();
    }

    @Test
    void a_password_that_is_wrong_for_a_while_passes() {
        UUID order = api.place("c-retry");
        ADMIN.execute("alter role orders password 'rotated'");
        try {
            ADMIN.execute("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'orders'");
            paid(order);
            awaitAttempts(3);
        } finally {
            ADMIN.execute("alter role orders password '%s'"
                    .formatted(BACKENDS.database(ServiceName.ORDER).password()));
        }
        awaitConfirmedAndNothingParked(order);
    }

    static void requireRefusedForNow(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.headers().firstValueAsLong("Retry-After")).hasValue(2);
        assertThat(answer.body()).contains("/problems/service-unavailable", "Retry after");
    }

    private void paid(UUID order) {
        new OtherServices(wire).paid(order);
        wire.flush();
    }

    private void awaitAttempts(int attempts) {
        await("attempts to handle the event")
                .atMost(LIMIT)
                .until(() -> log.count("payments: attempt %d failed (TRANSIENT)".formatted(attempts)) > 0);
    }

    static void awaitConfirmedAndNothingParked(UUID order) {
        await().pollDelay(Duration.ZERO)
                .atMost(LIMIT)
                .until(() -> OrderRows.number(
                                "select count(*) from orders where status = 'CONFIRMED' and id = '%s'".formatted(order))
                        == 1);
        assertThat(OrderRows.number("select count(*) from dead_letter where record_key = '%s'".formatted(order)))
                .isZero();
        assertThat(OrderRows.number(
                        "select count(*) from order_history where order_id = '%s' and cause = 'PAYMENT_COMPLETED'"
                                .formatted(order)))
                .isEqualTo(1);
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
