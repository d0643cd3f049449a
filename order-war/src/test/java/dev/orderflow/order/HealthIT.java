package dev.orderflow.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.localstack.ServiceName;
import dev.orderflow.localstack.StackPorts;
import dev.orderflow.localstack.backends.Backends;
import dev.orderflow.localstack.backends.redis.RedisBackend;
import dev.orderflow.localstack.launcher.TestEnvironment;
import dev.orderflow.localstack.server.LibertyServer;
import dev.orderflow.localstack.server.ServerOptions;
import dev.orderflow.messaging.harness.KafkaTestClient;
import java.net.URI;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.microshed.testing.jupiter.MicroShedTest;

/** The health checks that load balancers and orchestrators use, while backends fail and recover. */
@MicroShedTest
class HealthIT {

    private static final Logger LOG = Logger.getLogger(HealthIT.class.getName());
    private static final Duration LIMIT = Duration.ofMinutes(3);

    private static Backends backends;
    private static URI server;
    private static OrderApiClient api;

    @BeforeAll
    static void start() {
        backends = TestEnvironment.backends();
        server = TestEnvironment.server().baseUri();
        api = new OrderApiClient(server);
    }

    @Test
    void a_database_that_dies_turns_neither_and_what_is_cached_is_answered() {
        UUID ended = api.place("c-health");
        api.cancel(ended);
        await().atMost(LIMIT).until(() -> OrderReads.at(ended).isHit());
        backends.postgres().kill();
        try {
            awaitLive(probe -> told(probe, "workers", "relay.last-error", "ago: "));
            HttpResponse<String> refused = api.place(UUID.randomUUID().toString(), "c-health", "BOOK-001", 1);
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            assertThat(OrderReads.at(ended).isHit()).isTrue();
            assertThat(HealthProbe.ready(server).isUp()).isTrue();
            assertThat(HealthProbe.live(server).isUp()).isTrue();
        } finally {
            backends.postgres().start();
        }
        report(
                "the database is back: an order is placed",
                () -> api.place(UUID.randomUUID().toString(), "c-health", "BOOK-001", 1)
                                .statusCode()
                        == 201);
    }

    @Test
    void kafka_that_dies_turns_neither_and_what_waits_for_it_is_told() {
        backends.kafka().kill();
        try {
            api.place("c-health");
            assertThat(outbox()).isPositive();
            awaitLive(probe -> told(probe, "workers", "relay.last-error", "ago: ")
                    && told(probe, "channels", "payments.lag", "unknown"));
            assertThat(HealthProbe.ready(server).isUp()).isTrue();
            assertThat(HealthProbe.live(server).isUp()).isTrue();
        } finally {
            backends.kafka().start();
        }
        report("Kafka is back: the outbox is empty", () -> outbox() == 0);
        awaitLive(probe -> told(probe, "channels", "payments.lag", "0"));
        assertThat(HealthProbe.live(server).isUp()).isTrue();
    }

    @Test
    void redis_that_dies_is_told_and_turns_neither() {
        UUID order = api.place("c-health");
        api.get("/api/orders/" + order);
        awaitReady(probe -> told(probe, "redis", "state", "answers"));
        RedisBackend redis = backends.redis();
        redis.kill();
        try {
            HealthProbe degraded = awaitReady(probe -> told(probe, "redis", "state", "unavailable"));
            assertThat(degraded.isUp()).isTrue();
            assertThat(HealthProbe.live(server).isUp()).isTrue();
        } finally {
            redis.start();
        }
        report("Redis is back: it is told", () -> told(HealthProbe.ready(server), "redis", "state", "answers"));
    }

    @Test
    void what_stands_still_turns_liveness_and_back() throws Exception {
        UUID order = api.place("c-health");
        await().atMost(LIMIT).until(() -> outbox() == 0);
        awaitLive(probe -> "0".equals(probe.told("channels", "inventory.lag")));
        standStillWhileLocked();
        try (KafkaTestClient wire = new KafkaTestClient(backends.bootstrapServers());
                Connection blocker = backends.adminDatabase(ServiceName.ORDER).connect();
                var lock = blocker.createStatement()) {
            blocker.setAutoCommit(false);
            lock.execute("lock table standing in access exclusive mode");
            lock.execute("lock table outbox in access exclusive mode");
            new OtherServices(wire).outOfStock(order);
            wire.flush();
            HealthProbe dead = awaitLive(probe -> told(probe, "workers", "channel-inventory", "stalled")
                    && told(probe, "workers", "relay", "stalled")
                    && told(probe, "channels", "inventory", "stalled")
                    && "1".equals(probe.told("channels", "inventory.lag"))
                    && "alive".equals(probe.told("channels", "payments")));
            assertThat(dead.isUp()).isFalse();
            blocker.rollback();
        } finally {
            OrderRows.execute("drop function stand_still cascade; drop table standing");
        }
        report("what stood still goes on: alive", () -> HealthProbe.live(server).isUp());
        awaitLive(probe -> told(probe, "channels", "inventory.lag", "0"));
    }

    /** The handler waits while the table is locked, because its lock timeout is disabled. */
    private static void standStillWhileLocked() {
        OrderRows.execute("""
                create table standing ();
                create function stand_still() returns trigger language plpgsql set lock_timeout = 0 as $$ begin
                    lock table standing in access share mode;
                    return null;
                end $$;
                create trigger stand_still before insert on inbox for each statement execute function stand_still()""");
    }

    /** The payments channel has no valid start position. The connector's consumer fails, which ends the channel. */
    @Test
    void a_server_is_started_once_its_database_is_there_and_a_channel_that_ends_turns_liveness_for_good()
            throws Exception {
        int port = StackPorts.free().http(ServiceName.ORDER);
        URI late = URI.create("http://127.0.0.1:" + port);
        ServerOptions broken = ServerOptions.of(ServiceName.ORDER, port, backends.environment(ServiceName.ORDER))
                .with("MP_MESSAGING_INCOMING_PAYMENTS_GROUP_ID", "nobody")
                .with("MP_MESSAGING_CONNECTOR_LIBERTY_KAFKA_AUTO_OFFSET_RESET", "none")
                .replica("order-ended", port);
        backends.postgres().kill();
        try (var starter = Executors.newSingleThreadExecutor()) {
            Future<LibertyServer> starting = starter.submit(() -> LibertyServer.start(backends.home(), broken));
            try {
                await().atMost(LIMIT)
                        .ignoreExceptions()
                        .until(() -> told(HealthProbe.ready(late), "serving", "state", "onn"));
                assertThat(HealthProbe.started(late).isUp()).isFalse();
                assertThat(HealthProbe.ready(late).isUp()).isFalse();
                backends.postgres().start();
                starting.get(5, TimeUnit.MINUTES);
                assertThat(HealthProbe.started(late).isUp()).isTrue();
                await().atMost(LIMIT).untilAsserted(() -> {
                    HealthProbe dead = HealthProbe.live(late);
                    assertThat(dead.isUp()).isFalse();
                    assertThat(dead.told("channels", "payments")).contains("ended by", "NoOffsetForPartition");
                });
            } finally {
                backends.postgres().start();
                starting.get(5, TimeUnit.MINUTES).stop();
            }
        }
    }

    private static HealthProbe awaitReady(Predicate<HealthProbe> expected) {
        return await().atMost(LIMIT).until(() -> HealthProbe.ready(server), expected);
    }

    private static HealthProbe awaitLive(Predicate<HealthProbe> expected) {
        return await().atMost(LIMIT).until(() -> HealthProbe.live(server), expected);
    }

    private static boolean told(HealthProbe probe, String check, String name, String part) {
        return String.valueOf(probe.told(check, name)).contains(part);
    }

    private static long outbox() {
        return backends.adminDatabase(ServiceName.ORDER).number("select count(*) from outbox");
    }

    private static void report(String what, Callable<Boolean> condition) {
        long begin = System.nanoTime();
        await(what).atMost(LIMIT).pollInterval(Duration.ofMillis(50)).until(condition);
        LOG.info(what + " after " + Duration.ofNanos(System.nanoTime() - begin).toMillis() + " ms");
    }
}
