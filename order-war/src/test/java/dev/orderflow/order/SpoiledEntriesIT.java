package dev.orderflow.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.chassis.redis.RedisConnections;
import dev.orderflow.localstack.launcher.TestEnvironment;
import dev.orderflow.order.OrderReads.Look;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.microshed.testing.jupiter.MicroShedTest;
import redis.clients.jedis.RedisClient;

@MicroShedTest
class SpoiledEntriesIT {

    private static RedisClient redis;

    @BeforeAll
    static void connect() {
        redis = RedisConnections.open(TestEnvironment.backends().redisUrl(), 30_000, 1);
    }

    @AfterAll
    static void disconnect() {
        redis.close();
    }

    static List<Named<BiConsumer<RedisClient, String>>> garbage() {
        return List.of(
                Named.of("another type", (redis, key) -> redis.set(key, "x")),
                Named.of("a list", (redis, key) -> redis.rpush(key, "x")),
                Named.of(
                        "a version that is no number", (redis, key) -> redis.hset(key, Map.of("v", "x", "b.v1", "{}"))),
                Named.of("an empty version", (redis, key) -> redis.hset(key, Map.of("v", "", "b.v1", "{}"))),
                Named.of("no version", (redis, key) -> redis.hset(key, Map.of("b.v1", "{}"))),
                Named.of("other fields", (redis, key) -> redis.hset(key, Map.of("x", "y"))));
    }

    @ParameterizedTest
    @MethodSource("garbage")
    void an_entry_that_is_garbage_is_a_miss_and_is_healed(BiConsumer<RedisClient, String> spoil) {
        UUID id = OrdersIT.place("BOOK-001", 1).id();
        String right = OrderReads.at(id).body();
        for (int i = 0; i < 20; i++) {
            RedisAssumption.check(() -> {
                redis.del(key(id));
                spoil.accept(redis, key(id));
                Look look = OrderReads.at(id);
                assertThat(look.status()).isEqualTo(200);
                assertThat(look.body()).isEqualTo(right);
                assertThat(look.cacheStatus()).isEqualTo("orders; fwd=miss; stored");
                assertThat(OrderReads.at(id).isHit()).isTrue();
                assertThat(redis.pttl(key(id))).isPositive();
            });
        }
    }

    @ParameterizedTest
    @MethodSource("garbage")
    void an_entry_that_is_garbage_keeps_no_change_from_being_seen(BiConsumer<RedisClient, String> spoil) {
        RedisAssumption.check(() -> {
            UUID id = OrdersIT.place("BOOK-001", 1).id();
            spoil.accept(redis, key(id));
            assertThat(OrderReads.cancel(id).status()).isEqualTo(202);
            assertThat(redis.hget(key(id), "v")).isEqualTo("1");
            assertThat(OrderReads.at(id).body()).contains("CANCELLED");
        });
    }

    private static String key(UUID order) {
        return "orderflow:order:" + order;
    }
}
