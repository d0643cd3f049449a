package dev.orderflow.order;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.chassis.redis.RedisConnections;
import dev.orderflow.localstack.launcher.TestEnvironment;
import dev.orderflow.messaging.harness.KafkaTestClient;
import dev.orderflow.order.OrderReads.Look;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.microshed.testing.jupiter.MicroShedTest;
import redis.clients.jedis.RedisClient;

@MicroShedTest
class OrderCacheIT {

    private static final Duration LIMIT = Duration.ofMinutes(1);

    private static final int READERS = 6;
    private static final int LOOKS = 100;
    private static final long ROUNDED_MS = 100;

    /** In ms, by Redis's clock. */
    private static final String END_OF_LIFE = """
            local now = redis.call('TIME')
            return now[1] * 1000 + math.floor(now[2] / 1000) + redis.call('PTTL', KEYS[1])""";

    private static RedisClient redis;
    private static KafkaTestClient wire;
    private static OtherServices others;

    @BeforeAll
    static void connect() {
        redis = RedisConnections.open(TestEnvironment.backends().redisUrl(), 30_000, 1);
        wire = new KafkaTestClient(TestEnvironment.backends().bootstrapServers());
        others = new OtherServices(wire);
    }

    @AfterAll
    static void disconnect() {
        redis.close();
        wire.close();
    }

    @BeforeEach
    void the_cache_works() {
        UUID id = place();
        await().atMost(LIMIT).until(() -> OrderReads.at(id).isHit());
    }

    @Test
    void the_first_look_stores_and_the_next_ones_are_the_same_from_the_cache() {
        RedisAssumption.check(() -> {
            UUID id = place();
            Look first = OrderReads.at(id);
            Look second = OrderReads.at(id);
            assertThat(first.cacheStatus()).isEqualTo("orders; fwd=miss; stored");
            assertThat(second.cacheStatus()).isEqualTo("orders; hit");
            assertThat(second.body()).isEqualTo(first.body()).contains(id.toString());
            assertThat(second.tag()).isEqualTo(first.tag()).isEqualTo("\"0.v1\"");
        });
    }

    @Test
    void a_look_that_knows_the_version_costs_no_body_from_either_source() {
        RedisAssumption.check(() -> {
            UUID id = place();
            Look fromDatabase = OrderReads.unless("\"0.v1\"", id);
            Look fromCache = OrderReads.unless("\"0.v1\"", id);
            assertThat(fromDatabase.cacheStatus()).isEqualTo("orders; fwd=miss; stored");
            assertThat(fromCache.cacheStatus()).isEqualTo("orders; hit");
            assertThat(List.of(fromDatabase, fromCache))
                    .allSatisfy(look -> assertThat(look.status()).isEqualTo(304))
                    .allSatisfy(look -> assertThat(look.tag()).isEqualTo("\"0.v1\""))
                    .allSatisfy(look -> assertThat(look.body()).isEmpty());
            assertThat(OrderReads.unless("\"1.v1\"", id).status()).isEqualTo(200);
        });
    }

    @Test
    void an_unknown_order_is_not_remembered() {
        UUID id = UUID.randomUUID();
        assertThat(OrderReads.at(id).status()).isEqualTo(404);
        assertThat(redis.exists(key(id))).isFalse();
    }

    @Test
    void whoever_was_answered_a_change_sees_it_at_once() {
        for (int i = 0; i < 200; i++) {
            RedisAssumption.check(() -> {
                UUID id = place();
                OrderReads.at(id);
                assertThat(OrderReads.at(id).isHit()).isTrue();
                Look cancelled = OrderReads.cancel(id);
                Look look = OrderReads.at(id);
                assertThat(look.tag()).isEqualTo(cancelled.tag()).isEqualTo("\"1.v1\"");
                assertThat(look.body()).isEqualTo(cancelled.body()).contains("CANCELLED");
            });
        }
    }

    @Test
    void an_event_shows_in_the_next_look_after_it_is_committed() {
        for (int i = 0; i < 50; i++) {
            RedisAssumption.check(() -> {
                UUID id = placeAndCacheForEver();
                others.reserved(id);
                awaitVersion(id, 1);
                awaitLook(id, 1, "RESERVED");
                redis.persist(key(id));
                others.paid(id);
                awaitVersion(id, 2);
                awaitLook(id, 2, "CONFIRMED");
            });
        }
    }

    @Test
    void a_deadline_shows_as_well() {
        RedisAssumption.check(() -> {
            UUID id = placeAndCacheForEver();
            DeadlineIT.backdate("1 hour", id);
            awaitVersion(id, 1);
            awaitLook(id, 1, "EXPIRED");
        });
    }

    @Test
    void no_reader_ever_sees_an_order_go_back() throws Exception {
        List<UUID> orders = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            orders.add(place());
        }
        Map<UUID, Long> answered = new ConcurrentHashMap<>();
        var over = new AtomicBoolean();
        try (var threads = Executors.newFixedThreadPool(READERS)) {
            List<Future<Integer>> readers = new ArrayList<>();
            for (int i = 0; i < READERS; i++) {
                readers.add(threads.submit(() -> readUntil(over, orders, answered)));
            }
            try {
                for (int i = 0; i < orders.size(); i++) {
                    UUID id = orders.get(i);
                    if (i % 3 == 0) {
                        others.reserved(id);
                        others.paid(id);
                    } else {
                        answered.put(id, OrderReads.cancel(id).version());
                    }
                }
                wire.flush();
                for (UUID id : orders) {
                    await().pollDelay(Duration.ZERO)
                            .atMost(LIMIT)
                            .until(() -> OrderReads.at(id).body().matches(".*(CONFIRMED|CANCELLED).*"));
                }
            } finally {
                over.set(true);
            }
            for (Future<Integer> reader : readers) {
                assertThat(reader.get(1, MINUTES)).isGreaterThanOrEqualTo(LOOKS);
            }
        }
    }

    /** Reads recently changed orders and some others, at least that often. */
    private static int readUntil(AtomicBoolean over, List<UUID> orders, Map<UUID, Long> answered) {
        Map<UUID, Long> seen = new HashMap<>();
        int looks = 0;
        while (!over.get() || looks < LOOKS) {
            int newest = answered.size() * 3 / 2;
            int index = Math.clamp(newest + ThreadLocalRandom.current().nextInt(-8, 9), 0, orders.size() - 1);
            UUID id = orders.get(index);
            long least = Math.max(answered.getOrDefault(id, 0L), seen.getOrDefault(id, 0L));
            Look look = OrderReads.at(id);
            assertThat(look.status()).isEqualTo(200);
            assertThat(look.version()).as("%s", look).isGreaterThanOrEqualTo(least);
            seen.put(id, look.version());
            looks++;
        }
        return looks;
    }

    @Test
    void entries_live_for_a_while_that_differs_and_longer_once_the_order_has_ended() {
        Set<Long> lives = new HashSet<>();
        for (int i = 0; i < 20; i++) {
            RedisAssumption.check(() -> {
                UUID id = place();
                long open = life(id, () -> OrderReads.at(id), 24, 30);
                life(id, () -> OrderReads.cancel(id), 300, 300);
                assertThat(redis.hget(key(id), "v")).isEqualTo("1");
                assertThat(redis.hlen(key(id)) > 1).as("body of a tombstone").isFalse();
                long ended = life(id, () -> OrderReads.at(id), 480, 600);
                lives.add(open / 100);
                lives.add(ended / 1000);
            });
        }
        assertThat(lives).hasSizeGreaterThan(20);
    }

    /** Returns when the entry expires, in ms. Checks that its time to live is within the limits in seconds. */
    private static long life(UUID id, Runnable store, int least, int most) {
        long before = System.currentTimeMillis();
        store.run();
        long after = System.currentTimeMillis();
        long end = (Long) redis.eval(END_OF_LIFE, List.of(key(id)), List.of());
        assertThat(end - before).isGreaterThan(least * 1000L - ROUNDED_MS);
        assertThat(end - after).isLessThan(most * 1000L + ROUNDED_MS);
        return end - before;
    }

    private static UUID place() {
        return OrdersIT.place("BOOK-001", 1).id();
    }

    private static String key(UUID order) {
        return "orderflow:order:" + order;
    }

    /** The entry does not expire, so that expiry cannot hide a missing invalidation. */
    private static UUID placeAndCacheForEver() {
        UUID id = place();
        OrderReads.at(id);
        redis.persist(key(id));
        return id;
    }

    private static void awaitVersion(UUID id, long version) {
        await().pollInterval(Duration.ofMillis(2))
                .atMost(LIMIT)
                .until(() -> OrderRows.number("select version from orders where id = ?", id) == version);
    }

    /** Waits, because the commit is visible in the database shortly before the tombstone is stored. */
    private static void awaitLook(UUID id, long version, String status) {
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .atMost(LIMIT)
                .untilAsserted(() -> assertThat(OrderReads.at(id).version()).isEqualTo(version));
        assertThat(OrderReads.at(id).body()).contains(status);
    }
}
