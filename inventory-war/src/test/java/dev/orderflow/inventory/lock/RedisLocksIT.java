package dev.orderflow.inventory.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.chassis.redis.RedisConnections;
import dev.orderflow.inventory.lock.LockMetrics.Outcome;
import dev.orderflow.localstack.backends.redis.RedisBackend;
import dev.orderflow.localstack.launcher.TestEnvironment;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.RedisClient;

/** A slow machine may miss a time limit once, so such tests are repeated. A defect misses it every time. */
class RedisLocksIT {

    private static final Duration LIMIT = Duration.ofMinutes(1);

    /** The timeout of Redis is longer than that of the service, so that a slow machine causes no outage. */
    private static final int PATIENCE_MS = 30_000;

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(150);

    private final String url = TestEnvironment.backends().redisUrl();
    private final RedisBackend server = TestEnvironment.backends().redis();
    private final RedisClient redis = RedisConnections.open(url, PATIENCE_MS, 4);
    private final LockingReplica one = new LockingReplica(url, PATIENCE_MS, LONG, 0);
    private final LockingReplica other = new LockingReplica(url, PATIENCE_MS, LONG, 0);

    private final String prefix = "T-" + UUID.randomUUID() + "-";
    private final String a = prefix + "a";
    private final String b = prefix + "b";
    private final String c = prefix + "c";

    /** Connects first, so that no test includes the time to connect or to recover from the previous outage. */
    @BeforeEach
    void connect() {
        one.acquire(List.of(a)).close();
        other.acquire(List.of(a)).close();
        one.outcomes.clear();
        other.outcomes.clear();
    }

    @AfterEach
    void close() {
        server.resume();
        server.start();
        one.close();
        other.close();
        redis.close();
    }

    @Test
    void lets_one_replica_work_at_a_time() throws Exception {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        try (var threads = Executors.newFixedThreadPool(4)) {
            var work = List.of(one, other, one, other).stream()
                    .map(replica -> threads.submit(() -> {
                        for (int turn = 0; turn < 50; turn++) {
                            HeldLock held = acquireAtLast(replica, a);
                            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                            inside.decrementAndGet();
                            held.close();
                        }
                    }))
                    .toList();
            for (var thread : work) {
                thread.get();
            }
        }

        assertThat(most).hasValue(1);
        assertThat(one.lost.get() + other.lost.get()).isZero();
        assertThat(redis.exists(key(a))).isFalse();
    }

    @Test
    void takes_nothing_when_one_of_several_is_taken() {
        HeldLock held = one.acquire(List.of(b));

        other.acquire(List.of(c, a, b)).close();

        assertThat(other.outcomes).containsOnlyKeys(Outcome.TIMED_OUT);
        assertThat(redis.exists(key(a))).isFalse();
        assertThat(redis.exists(key(c))).isFalse();
        assertThat(redis.exists(key(b))).isTrue();
        held.close();
    }

    @Test
    void asks_for_each_sku_once_and_in_sequence() {
        assertThat(LockScripts.keys(List.of(c, a, b, a))).containsExactly(key(a), key(b), key(c));

        other.acquire(List.of(c, a, b, a)).close();

        assertThat(other.outcomes).containsOnlyKeys(Outcome.ACQUIRED);
        assertThat(other.lost).hasValue(0);
    }

    @Test
    void is_released_by_its_owner_alone_and_counts_what_it_has_lost() {
        HeldLock held = one.acquire(List.of(a, b));
        redis.set(key(a), "somebody else");

        held.close();

        assertThat(redis.get(key(a))).isEqualTo("somebody else");
        assertThat(redis.exists(key(b))).isFalse();
        assertThat(one.lost).hasValue(1);
    }

    @Test
    void expires_when_it_is_not_extended_and_is_then_lost() {
        try (var brief = new LockingReplica(url, PATIENCE_MS, SHORT, 0)) {
            HeldLock held = brief.acquire(List.of(a));
            await().atMost(LIMIT).until(() -> !redis.exists(key(a)));
            held.close();

            assertThat(brief.lost).hasValue(1);
        }
    }

    @Test
    void is_extended_while_the_work_goes_on_but_not_for_ever() {
        await().atMost(LIMIT).untilAsserted(() -> {
            try (var patient = new LockingReplica(url, PATIENCE_MS, SHORT, 6)) {
                long begin = System.nanoTime();
                HeldLock held = patient.acquire(List.of(a));
                await().atMost(LIMIT).until(() -> !redis.exists(key(a)));
                Duration life = Duration.ofNanos(System.nanoTime() - begin);
                held.close();

                assertThat(life)
                        .as("six extensions at every 50 ms, and what the last one left")
                        .isGreaterThan(SHORT.multipliedBy(2));
                assertThat(patient.lost).hasValue(1);
            }
        });
    }

    @Test
    void is_extended_no_more_once_it_is_released() {
        await().atMost(LIMIT).untilAsserted(() -> {
            try (var patient = new LockingReplica(url, PATIENCE_MS, SHORT, 1_000)) {
                patient.acquire(List.of(a)).close();
                redis.set(key(a), "somebody else");

                await().during(SHORT.multipliedBy(2)).atMost(LIMIT).until(() -> redis.pttl(key(a)) == -1);
                redis.del(key(a));
                assertThat(patient.lost).hasValue(0);
            }
        });
    }

    @Test
    void is_done_without_when_somebody_holds_it_for_too_long() {
        HeldLock held = one.acquire(List.of(a));

        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(
                                timed(() -> other.acquire(List.of(a)).close()))
                        .isBetween(Duration.ofMillis(100), Duration.ofSeconds(1)));
        assertThat(other.outcomes).containsOnlyKeys(Outcome.TIMED_OUT);
        held.close();
    }

    @Test
    void is_done_without_at_once_when_redis_is_killed() {
        HeldLock held = one.acquire(List.of(a));
        server.kill();

        held.close();
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(
                                timed(() -> other.acquire(List.of(a)).close()))
                        .isLessThan(Duration.ofSeconds(1)));
        assertThat(other.outcomes).containsOnlyKeys(Outcome.UNAVAILABLE);
    }

    @Test
    void is_done_without_in_time_when_redis_hangs_and_leaves_nothing_that_lasts() {
        try (var brief = new LockingReplica(url, SHORT, 0)) {
            server.pause();
            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(
                                    timed(() -> brief.acquire(List.of(a)).close()))
                            .isLessThan(Duration.ofSeconds(1)));
            server.resume();

            assertThat(brief.outcomes).containsOnlyKeys(Outcome.UNAVAILABLE);
            await().atMost(LIMIT).until(() -> !redis.exists(key(a)));
        }
    }

    private static HeldLock acquireAtLast(LockingReplica replica, String sku) {
        HeldLock held = HeldLock.NONE;
        while (HeldLock.NONE.equals(held)) {
            held = replica.acquire(List.of(sku));
        }
        return held;
    }

    private static Duration timed(Runnable work) {
        long begin = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private static String key(String sku) {
        return LockScripts.keys(List.of(sku)).getFirst();
    }
}
