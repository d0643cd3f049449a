package dev.orderflow.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.chassis.redis.RedisConnections;
import dev.orderflow.events.EventType;
import dev.orderflow.events.Topics;
import dev.orderflow.localstack.Redis;
import dev.orderflow.localstack.TestEnvironment;
import dev.orderflow.messaging.harness.Wire;
import dev.orderflow.order.Looks.Look;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.microshed.testing.jupiter.MicroShedTest;
import redis.clients.jedis.RedisClient;

/** The second chance to void an entry: the order's own events. */
@MicroShedTest
class CacheEventsIT {

    private static final Duration LIMIT = Duration.ofMinutes(1);

    private static RedisClient client;
    private static Wire wire;
    private UUID order;

    @BeforeAll
    static void connect() {
        client = RedisConnections.open(TestEnvironment.backends().redisUrl(), 30_000, 1);
        wire = new Wire(TestEnvironment.backends().bootstrapServers(), Topics.ORDERS);
    }

    @AfterAll
    static void disconnect() {
        client.close();
        wire.close();
    }

    @BeforeEach
    void an_order_is_cached() {
        order = OrdersIT.place("BOOK-001", 1).id();
        await().atMost(LIMIT).until(() -> Looks.at(order).isHit());
    }

    @AfterEach
    void redis_is_back() {
        redis().resume();
    }

    @Test
    void what_a_server_that_died_after_its_commit_did_not_void_the_event_voids() {
        Look old = Looks.at(order);
        Looks.cancel(order);
        awaitAnnounced();
        await().atMost(LIMIT)
                .until(() -> isInInbox(wire.heardOf(order).getLast().id()));
        client.hset(key(), Map.of("v", "0", "b", old.body()));
        assertThat(old.body()).contains("PENDING");
        await().atMost(LIMIT).until(() -> Looks.at(order).body(), old.body()::equals);

        wire.send(EventType.ORDER_CANCELLED, UUID.randomUUID(), order, """
                {"orderId": "%s", "reason": "CANCELLED_BY_CUSTOMER"}""".formatted(order));
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(Looks.at(order).body()).contains("CANCELLED"));
    }

    @Test
    void a_change_that_redis_was_not_told_of_it_is_told_when_it_is_back() {
        String before = Looks.at(order).body();
        client.persist(key());
        redis().pause();
        assertThat(Looks.cancel(order).status()).isEqualTo(202);
        awaitAnnounced();
        assertThat(Looks.at(order).body()).contains("CANCELLED").isNotEqualTo(before);
        redis().resume();
        // Not by the end of the entry's life: it would live for ever.
        await().atMost(LIMIT)
                .until(() -> Looks.at(order).isHit() && Looks.at(order).body().contains("CANCELLED"));
    }

    @Test
    void what_changed_longer_ago_than_an_entry_lives_holds_nothing_up_while_redis_is_away() {
        redis().pause();
        Looks.cancel(order);
        awaitAnnounced();
        UUID event = wire.heardOf(order).getLast().id();
        assertThat(isInInbox(event)).isFalse();
        Rows.execute("alter table orders disable trigger orders_touch");
        try {
            Rows.execute("update orders set updated_at = now() - interval '31 s' where id = '" + order + "'");
        } finally {
            Rows.execute("alter table orders enable trigger orders_touch");
        }
        // What other tests have changed in the last half minute is ahead of it in the channel.
        await().atMost(LIMIT.multipliedBy(2)).until(() -> isInInbox(event));
    }

    private void awaitAnnounced() {
        await().atMost(LIMIT).until(() -> wire.heardOf(order).size() == 2);
    }

    private static boolean isInInbox(UUID event) {
        return Rows.number("select count(*) from inbox where event_id = ?", event) == 1;
    }

    private String key() {
        return "orderflow:order:" + order;
    }

    private static Redis redis() {
        return TestEnvironment.backends().redis();
    }
}
