package dev.orderflow.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.events.Topics;
import dev.orderflow.localstack.backends.redis.RedisBackend;
import dev.orderflow.localstack.launcher.TestEnvironment;
import dev.orderflow.messaging.harness.KafkaTestClient;
import dev.orderflow.order.OrderReads.Look;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.microshed.testing.jupiter.MicroShedTest;

@MicroShedTest
class RedisOutageIT {

    private static final Logger LOG = Logger.getLogger(RedisOutageIT.class.getName());

    /** The longest latency that is allowed while Redis is unavailable. */
    private static final Duration BOUND = Duration.ofMillis(300);

    /** orderflow.redis.timeout-ms. */
    private static final Duration TIMEOUT = Duration.ofMillis(50);

    private static final Duration LIMIT = Duration.ofMinutes(1);

    private static KafkaTestClient wire;
    private UUID order;

    /** Redis is down or hangs. */
    enum Outage {
        KILLED {
            @Override
            void begin(RedisBackend redis) {
                redis.kill();
            }
        },
        HANGING {
            @Override
            void begin(RedisBackend redis) {
                redis.pause();
            }
        };

        abstract void begin(RedisBackend redis);
    }

    @BeforeAll
    static void connect() {
        wire = new KafkaTestClient(TestEnvironment.backends().bootstrapServers(), Topics.ORDERS);
    }

    @AfterAll
    static void disconnect() {
        wire.close();
    }

    @BeforeEach
    void the_cache_works_and_the_server_is_warm() throws Exception {
        order = place();
        await().atMost(LIMIT).until(() -> OrderReads.at(order).isHit());
        report("before", ConcurrentReaders.looks(order, 16, 100));
    }

    @AfterEach
    void redis_is_back() {
        redis().resume();
        redis().start();
    }

    @ParameterizedTest
    @EnumSource
    void reads_answer_in_time_from_the_database_and_hits_come_back(Outage outage) throws Exception {
        requireInTime(outage, this::excessOfReads);
    }

    /** A busy machine delays a request occasionally. A defect delays some in each outage. */
    private void requireInTime(Outage outage, Callable<Duration> work) throws Exception {
        Duration excess = BOUND;
        for (int i = 0; i < 3 && excess.isPositive(); i++) {
            outage.begin(redis());
            excess = work.call();
            redis_is_back();
            // Broken connections to the old Redis must not affect requests.
            await().atMost(LIMIT).until(() -> {
                Look look = OrderReads.at(order);
                assertThat(look.status()).isEqualTo(200);
                return look.isHit();
            });
            assertThat(ConcurrentReaders.looks(order, 16, 20)).allMatch(look -> look.status() == 200);
        }
        assertThat(excess.isPositive()).as("%s beyond the bound", excess).isFalse();
    }

    /**
     * Returns by how much the slowest read exceeded the limit. The limit is the bound, or the baseline latency plus
     * all timeouts.
     */
    private Duration excessOfReads() throws Exception {
        try (var control = new ControlLatency()) {
            // Lasts longer than the circuit breaker stays open, so that some requests test whether Redis is back.
            List<Duration> alone = bypassed("one by one", ConcurrentReaders.looks(order, 1, 1600));
            List<Duration> together = bypassed("16 at once", ConcurrentReaders.bursts(order, 16, 50));
            Duration withTheBreakerOpen = alone.get(alone.size() / 2);
            Duration busy = control.longest().plus(TIMEOUT.multipliedBy(3));
            LOG.info("The longest look that needs no Redis, and all time-outs: " + busy.toMillis() + " ms");
            Duration allowed = Collections.max(List.of(BOUND, busy));
            return Collections.max(List.of(
                    alone.getLast().minus(allowed),
                    together.getLast().minus(allowed),
                    withTheBreakerOpen.minus(TIMEOUT)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void more_readers_than_connections_are_answered_too(Outage outage) throws Exception {
        outage.begin(redis());
        bypassed(outage + ", 64 readers", ConcurrentReaders.looks(order, 64, 25));
    }

    /** Returns the latencies, sorted. */
    private static List<Duration> bypassed(String what, List<Look> looks) {
        assertThat(looks).allMatch(look -> look.status() == 200).allMatch(Look::isBypass);
        return report(what, looks);
    }

    @ParameterizedTest
    @EnumSource
    void writes_and_consumers_go_on(Outage outage) throws Exception {
        requireInTime(outage, RedisOutageIT::excessOfWrites);

        outage.begin(redis());
        UUID id = place();
        new OtherServices(wire).reserved(id);
        await().atMost(LIMIT).until(() -> OrderReads.at(id).body().contains("RESERVED"));
        await().atMost(LIMIT).until(() -> wire.consumedOf(id).size() == 1);
    }

    private static Duration excessOfWrites() {
        List<Look> cancels = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            UUID id = place();
            cancels.add(OrderReads.cancel(id));
            assertThat(OrderReads.at(id).body()).contains("CANCELLED");
        }
        assertThat(cancels).allMatch(cancel -> cancel.status() == 202);
        return report("cancel", cancels).getLast().minusSeconds(1);
    }

    @Test
    void a_restart_of_redis_costs_no_request() throws Exception {
        try (var threads = Executors.newSingleThreadExecutor()) {
            Future<?> restart = threads.submit(() -> {
                redis().stop();
                redis().start();
            });
            List<Look> looks = new ArrayList<>();
            do {
                looks.addAll(ConcurrentReaders.looks(order, 8, 20));
            } while (!restart.isDone());
            restart.get();
            assertThat(looks).allMatch(look -> look.status() == 200);
            report("restart", looks);
        }
        await().atMost(LIMIT).until(() -> OrderReads.at(order).isHit());
    }

    /** Returns the latencies, sorted. */
    private static List<Duration> report(String what, List<Look> looks) {
        List<Duration> sorted = looks.stream().map(Look::took).sorted().toList();
        LOG.info("%s: %d requests, p50 %d ms, p99 %d ms, max %d ms"
                .formatted(
                        what,
                        sorted.size(),
                        sorted.get(sorted.size() / 2).toMillis(),
                        sorted.get(sorted.size() * 99 / 100).toMillis(),
                        sorted.getLast().toMillis()));
        return sorted;
    }

    private static UUID place() {
        return OrdersIT.place("BOOK-001", 1).id();
    }

    private static RedisBackend redis() {
        return TestEnvironment.backends().redis();
    }
}
