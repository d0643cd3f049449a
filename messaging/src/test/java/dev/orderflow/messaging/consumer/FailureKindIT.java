package dev.orderflow.messaging.consumer;

import static dev.orderflow.chassis.failure.FailureKind.TRANSIENT;
import static dev.orderflow.chassis.failure.FailureKind.UNKNOWN;
import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import dev.orderflow.chassis.failure.FailureKind;
import dev.orderflow.chassis.failure.FailureSummary;
import dev.orderflow.chassis.redis.RedisConnections;
import dev.orderflow.localstack.Database;
import dev.orderflow.localstack.ServiceName;
import dev.orderflow.localstack.backends.Backends;
import dev.orderflow.localstack.launcher.TestEnvironment;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.RedisClient;

/** What the real servers throw, and what it is taken for. */
class FailureKindIT {

    private static final Duration LIMIT = Duration.ofMinutes(1);

    private static Backends backends;
    private static Database database;

    private interface Work {
        void run(Connection connection) throws Exception;
    }

    @BeforeAll
    static void start() {
        backends = TestEnvironment.backends();
        database = backends.database(ServiceName.ORDER);
    }

    @BeforeEach
    void createTable() {
        database.execute("create table stock (sku text primary key, on_hand integer not null check (on_hand >= 0))");
        database.execute("insert into stock values ('A', 1), ('B', 1)");
    }

    @AfterEach
    void dropTable() {
        database.execute("drop table stock cascade");
    }

    @Test
    void a_deadlock_passes() {
        Throwable victim = inTransaction(one -> {
            execute(one, "update stock set on_hand = 2 where sku = 'A'");
            CompletableFuture<Throwable> other = CompletableFuture.supplyAsync(() -> inTransaction(two -> {
                execute(two, "update stock set on_hand = 3 where sku = 'B'");
                execute(two, "update stock set on_hand = 3 where sku = 'A'");
            }));
            awaitWaiting();
            Throwable mine = catchThrowable(() -> execute(one, "update stock set on_hand = 2 where sku = 'B'"));
            one.rollback();
            throw new ExecutionException(mine == null ? other.get(1, MINUTES) : mine);
        });
        assertKind(victim, "40P01", TRANSIENT);
    }

    @Test
    void a_serialization_failure_passes() {
        Throwable failure = inTransaction(one -> {
            execute(one, "set transaction isolation level serializable");
            execute(one, "select * from stock");
            database.execute("update stock set on_hand = 5 where sku = 'A'");
            execute(one, "update stock set on_hand = 6 where sku = 'A'");
        });
        assertKind(failure, "40001", TRANSIENT);
    }

    @Test
    void a_lock_that_is_not_there_in_time_passes() {
        Throwable failure = inTransaction(holder -> {
            execute(holder, "update stock set on_hand = 2 where sku = 'A'");
            throw new ExecutionException(inTransaction(waiter -> {
                execute(waiter, "set local lock_timeout = '50ms'");
                execute(waiter, "update stock set on_hand = 3 where sku = 'A'");
            }));
        });
        assertKind(failure, "55P03", TRANSIENT);
    }

    @Test
    void a_statement_that_takes_too_long_passes() {
        assertKind(
                inTransaction(connection -> {
                    execute(connection, "set local statement_timeout = '50ms'");
                    execute(connection, "select pg_sleep(60)");
                }),
                "57014",
                TRANSIENT);
    }

    @Test
    void a_session_that_the_database_ends_passes() {
        Throwable failure = inTransaction(connection -> {
            String pid = "pg_stat_activity where pid <> pg_backend_pid() and usename = current_user";
            database.execute("select pg_terminate_backend(pid, 30000) from " + pid);
            execute(connection, "update stock set on_hand = 2 where sku = 'A'");
        });
        assertKind(failure, "57P01", TRANSIENT);
    }

    @Test
    void a_session_that_is_lost_in_the_midst_of_its_commit_passes() {
        database.execute("""
                create function linger() returns trigger language plpgsql as $$ begin perform pg_sleep(60); return null; end $$;
                create constraint trigger linger after update on stock deferrable initially deferred
                for each row execute function linger()""");
        CompletableFuture<Throwable> failure = CompletableFuture.supplyAsync(
                () -> inTransaction(connection -> execute(connection, "update stock set on_hand = 2 where sku = 'A'")));
        String committing = "from pg_stat_activity where query = 'COMMIT' and state = 'active'";
        await().atMost(LIMIT).until(() -> database.number("select count(*) " + committing) == 1);
        database.execute("select pg_terminate_backend(pid) " + committing);

        assertKind(failure.join(), "57P01", TRANSIENT);
        database.execute("drop function linger cascade");
    }

    @Test
    void a_database_that_dies_and_one_that_is_not_there_pass() throws Exception {
        CompletableFuture<Throwable> failure = CompletableFuture.supplyAsync(
                () -> inTransaction(connection -> execute(connection, "select pg_sleep(60)")));
        await().atMost(LIMIT)
                .until(() ->
                        database.number("select count(*) from pg_stat_activity where query = 'select pg_sleep(60)'")
                                == 1);
        backends.postgres().kill();
        Throwable refused = catchThrowable(() -> database.connect());
        backends.postgres().start();

        assertKind(failure.get(1, MINUTES), "08006", TRANSIENT);
        assertKind(refused, "08001", TRANSIENT);
    }

    @Test
    void a_database_that_has_no_connection_left_passes() {
        Database admin = backends.adminDatabase(ServiceName.ORDER);
        admin.execute("alter role orders connection limit 0");
        try {
            assertKind(catchThrowable(() -> database.connect()), "53300", TRANSIENT);
        } finally {
            admin.execute("alter role orders connection limit -1");
        }
    }

    /** As after a rotation of passwords: somebody will mend it. */
    @Test
    void a_database_that_lets_nobody_in_passes() {
        assertKind(refusal(database.name(), "wrong"), "28P01", TRANSIENT);
        assertKind(refusal("nothing", database.password()), "3D000", TRANSIENT);
        Database admin = backends.adminDatabase(ServiceName.ORDER);
        admin.execute("alter role orders nologin");
        try {
            assertKind(catchThrowable(() -> database.connect()), "28000", TRANSIENT);
        } finally {
            admin.execute("alter role orders login");
        }
    }

    @Test
    void a_database_that_only_reads_because_another_is_the_primary_now_passes() {
        Throwable failure = inTransaction(connection -> {
            execute(connection, "set transaction read only");
            execute(connection, "update stock set on_hand = 2 where sku = 'A'");
        });
        assertKind(failure, "25006", TRANSIENT);
    }

    @Test
    void a_violated_invariant_and_data_that_does_not_fit_may_pass() {
        assertKind(sql("update stock set on_hand = -1"), "23514", UNKNOWN);
        assertKind(sql("update stock set on_hand = null"), "23502", UNKNOWN);
        assertKind(sql("select 'poison'::uuid"), "22P02", UNKNOWN);
        assertKind(sql("update stock set on_hand = 2147483647 + on_hand"), "22003", UNKNOWN);
    }

    @Test
    void a_row_that_another_was_quicker_to_insert_and_a_missing_table_may_pass() {
        assertKind(sql("insert into stock values ('A', 1)"), "23505", UNKNOWN);
        assertKind(sql("select * from nothing"), "42P01", UNKNOWN);
    }

    @Test
    void redis_that_is_away_hangs_or_dies_in_the_midst_of_an_answer_passes() throws Exception {
        String url = backends.redisUrl();
        try (RedisClient redis = RedisConnections.open(url, 3_000, 1);
                RedisClient other = RedisConnections.open(url, 30_000, 1)) {
            redis.ping();
            backends.redis().pause();
            try {
                assertThat(FailureKind.of(catchThrowable(redis::ping))).isEqualTo(TRANSIENT);
            } finally {
                backends.redis().resume();
            }
            CompletableFuture<Throwable> blocked =
                    CompletableFuture.supplyAsync(() -> catchThrowable(() -> redis.blpop(30, "nothing")));
            await().atMost(LIMIT).until(() -> other.info("clients").contains("blocked_clients:1"));
            backends.redis().kill();
            assertThat(FailureKind.of(blocked.get(1, MINUTES))).isEqualTo(TRANSIENT);
            assertThat(FailureKind.of(catchThrowable(redis::ping))).isEqualTo(TRANSIENT);
        } finally {
            backends.redis().start();
        }
    }

    @Test
    void a_gateway_that_hangs_and_one_that_is_away_pass() throws Exception {
        HttpRequest request;
        try (var gateway = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + gateway.getLocalPort()))
                    .timeout(Duration.ofMillis(300))
                    .build();
            assertThat(FailureKind.of(failureOf(request))).isEqualTo(TRANSIENT);
        }
        assertThat(FailureKind.of(failureOf(request))).isEqualTo(TRANSIENT);
    }

    private static Throwable failureOf(HttpRequest request) {
        try (var client = HttpClient.newHttpClient()) {
            return catchThrowable(() -> client.send(request, BodyHandlers.ofString()));
        }
    }

    private static void assertKind(Throwable failure, String sqlState, FailureKind kind) {
        assertThat(sqlState(failure)).as(FailureSummary.of(failure)).isEqualTo(sqlState);
        assertThat(FailureKind.of(failure)).as(FailureSummary.of(failure)).isEqualTo(kind);
        assertThat(FailureKind.of(new IllegalStateException("wrapped by the container", failure)))
                .isEqualTo(kind);
    }

    private static Throwable refusal(String name, String password) {
        return catchThrowable(
                () -> new Database(database.host(), database.port(), name, database.user(), password).connect());
    }

    private static String sqlState(@Nullable Throwable failure) {
        return failure instanceof SQLException sql
                ? sql.getSQLState()
                : sqlState(Objects.requireNonNull(failure).getCause());
    }

    private static Throwable sql(String statement) {
        return inTransaction(connection -> execute(connection, statement));
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** What the transaction failed of; null if it did not. */
    private static Throwable inTransaction(Work work) {
        return catchThrowable(() -> {
            try (Connection connection = database.connect()) {
                connection.setAutoCommit(false);
                work.run(connection);
                connection.commit();
            }
        });
    }

    private static void awaitWaiting() {
        await().atMost(LIMIT)
                .until(() -> database.number(
                                "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and usename = current_user")
                        == 1);
    }
}
