package dev.orderflow.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.localstack.Database;
import dev.orderflow.localstack.ServiceName;
import dev.orderflow.localstack.StackPorts;
import dev.orderflow.localstack.backends.Backends;
import dev.orderflow.localstack.launcher.TestEnvironment;
import dev.orderflow.localstack.server.LibertyServer;
import dev.orderflow.messaging.harness.KafkaTestClient;
import dev.orderflow.order.OrderReads.Look;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.microshed.testing.jupiter.MicroShedTest;

/** A server starts without Redis, and with so few database connections that a few clients use all of them. */
@MicroShedTest
class StarvedServerIT {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final String PASSWORD = "s3cret-" + UUID.randomUUID();

    private static final Backends BACKENDS = TestEnvironment.backends();
    private static final Database ADMIN = BACKENDS.adminDatabase(ServiceName.ORDER);

    private static KafkaTestClient wire;
    private static LibertyServer poor;

    private final OrderApiClient api =
            new OrderApiClient(TestEnvironment.server().baseUri());

    @BeforeAll
    static void start() {
        wire = new KafkaTestClient(BACKENDS.bootstrapServers());
        int closed = StackPorts.free().redis().number();
        poor = TestEnvironment.replica(
                "order-poor",
                // A request that waits for a lock holds a connection for longer than others wait for one.
                Map.of(
                        "DB_POOL_SIZE",
                        "2",
                        "DB_LOCK_TIMEOUT",
                        "1min",
                        "REDIS_URL",
                        "redis://:" + PASSWORD + "@127.0.0.1:" + closed));
    }

    @AfterAll
    static void stop() {
        poor.stop();
        wire.close();
    }

    @Test
    void a_pool_that_has_no_connection_left_passes() throws Exception {
        String sku = "POOL-" + UUID.randomUUID();
        api.put("/api/products/" + sku, product(1));
        List<UUID> orders = new ArrayList<>();
        try (var clients = Executors.newFixedThreadPool(4);
                Connection holder = ADMIN.connect()) {
            ServerLog poorLog = ServerLog.fromNow(poor);
            holder.setAutoCommit(false);
            RetryIT.execute(holder, "select * from product where sku = '%s' for update".formatted(sku));
            Callable<HttpResponse<String>> put =
                    () -> new OrderApiClient(poor.baseUri()).put("/api/products/" + sku, product(2));
            List<Future<HttpResponse<String>>> puts =
                    Stream.generate(() -> clients.submit(put)).limit(4).toList();
            await().atMost(LIMIT).until(() -> ADMIN.number(RetryIT.WAITING + " and query like '%product%'") == 2);
            await("one of its events").atMost(LIMIT).until(() -> {
                orders.add(api.place("c-retry"));
                paid(orders.getLast());
                return poorLog.count("payments: attempt 1 failed (TRANSIENT)") > 0;
            });
            assertThat(poorLog.lines())
                    .anyMatch(line ->
                            line.contains("payments: attempt 1 failed") && line.contains("Connection not available"));
            holder.rollback();
            for (Future<HttpResponse<String>> answer : puts) {
                if (answer.get().statusCode() != 200) {
                    RetryIT.requireRefusedForNow(answer.get());
                }
            }
        } finally {
            orders.forEach(RetryIT::awaitConfirmedAndNothingParked);
        }
    }

    @Test
    void a_server_that_starts_while_redis_is_away_answers_and_keeps_the_password_to_itself() throws IOException {
        UUID order = api.place("c-starved");
        for (int i = 0; i < 20; i++) {
            Look look = OrderReads.at(poor.baseUri(), order);
            assertThat(look.status()).isEqualTo(200);
            assertThat(look.isBypass()).isTrue();
        }
        try (Stream<String> log = Files.lines(poor.logFile())) {
            assertThat(log).noneMatch(line -> line.contains(PASSWORD));
        }
    }

    private static void paid(UUID order) {
        new OtherServices(wire).paid(order);
        wire.flush();
    }

    private static String product(int unitPrice) {
        return "{\"name\": \"Pool\", \"unitPrice\": %d}".formatted(unitPrice);
    }
}
