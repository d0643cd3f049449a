package dev.orderflow.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.chassis.redis.RedisConnections;
import dev.orderflow.events.EventType;
import dev.orderflow.localstack.Database;
import dev.orderflow.localstack.ServiceName;
import dev.orderflow.localstack.backends.Backends;
import dev.orderflow.localstack.launcher.TestEnvironment;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.RedisClient;

/** The lock in real servers: bound to transactions, and optional. */
class StockLockIT {

    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final long GATE = 4711;

    private final Backends backends = TestEnvironment.backends();
    private final Database database = backends.database(ServiceName.INVENTORY);
    private final RedisClient redis = RedisConnections.open(backends.redisUrl(), 30_000, 2);
    private final OrderTopic orders = new OrderTopic(backends.bootstrapServers());
    private final PublishedEvents answers = new PublishedEvents(backends.bootstrapServers());
    private final String sku = "Z-" + UUID.randomUUID();
    private final String key = "orderflow:{stock-lock}:" + sku;

    @BeforeAll
    static void startServer() {
        TestEnvironment.server();
    }

    @BeforeEach
    void stock() {
        new InventoryRows(database).stock(sku, 100);
    }

    @AfterEach
    void close() {
        database.execute("drop trigger if exists at_commit on reservation");
        database.execute("drop function if exists at_commit");
        database.execute("drop sequence if exists commits");
        backends.redis().start();
        redis.close();
        orders.close();
        answers.close();
    }

    /** If Redis is too slow, the service proceeds without the lock. The test then tries another order. */
    @Test
    void is_held_until_the_commit_is_done() {
        atCommit("perform pg_advisory_xact_lock(" + GATE + ");");

        UUID orderId = await("a lock while PostgreSQL commits")
                .atMost(LIMIT)
                .until(this::orderThatHeldTheLockDuringItsCommit, Optional::isPresent)
                .orElseThrow();

        await().atMost(LIMIT).until(() -> !redis.exists(key));
        assertThat(database.number("select count(*) from reservation where order_id = ?", orderId))
                .isOne();
    }

    private Optional<UUID> orderThatHeldTheLockDuringItsCommit() throws SQLException {
        try (var gate = database.connect();
                var shut = gate.createStatement()) {
            shut.execute("select pg_advisory_lock(" + GATE + ")");
            UUID orderId = orders.created(Map.of(sku, 1));
            await().atMost(LIMIT).until(() -> database.number("""
                    select count(*) from pg_locks where locktype = 'advisory' and objid = ? and not granted""", GATE) == 1);
            return redis.exists(key) ? Optional.of(orderId) : Optional.empty();
        }
    }

    @Test
    void is_released_after_a_rollback() {
        database.execute("create sequence commits");
        atCommit("if nextval('commits') = 1 then raise serialization_failure; end if;");

        UUID orderId = orders.created(Map.of(sku, 1));

        await().atMost(LIMIT).until(() -> answers.count(EventType.INVENTORY_RESERVED, List.of(orderId)) == 1);
        assertThat(database.number("select last_value from commits"))
                .as("one commit failed, the next did not")
                .isEqualTo(2);
        await().atMost(LIMIT).until(() -> {
            redis.persist(key); // so that it does not expire
            return !redis.exists(key);
        });
    }

    @Test
    void is_done_without_when_redis_is_killed_while_two_servers_sell_the_same() {
        SecondServer.get();
        List<UUID> wanted = IntStream.range(0, 300)
                .mapToObj(order -> orders.created(Map.of(sku, 1)))
                .toList();
        orders.flush();
        await().atMost(LIMIT).until(() -> database.number("select reserved from stock where sku = ?", sku) > 0);
        backends.redis().kill();
        List<UUID> later = IntStream.range(0, 300)
                .mapToObj(order -> orders.created(Map.of(sku, 1)))
                .toList();
        orders.flush();

        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(answered(EventType.INVENTORY_RESERVED, wanted, later)
                                + answered(EventType.INVENTORY_REJECTED, wanted, later))
                        .isEqualTo(600));
        assertThat(answered(EventType.INVENTORY_RESERVED, wanted, later)).isEqualTo(100);
        assertThat(database.number("select reserved from stock where sku = ?", sku))
                .isEqualTo(100);
        assertThat(new InventoryRows(database).skusThatDoNotAddUp()).isZero();
    }

    private long answered(EventType type, List<UUID> wanted, List<UUID> later) {
        return answers.count(type, wanted) + answers.count(type, later);
    }

    /** Runs the statement within PostgreSQL's commit, after all statements of the service. */
    private void atCommit(String statement) {
        database.execute("""
                create function at_commit() returns trigger language plpgsql as $$
                begin %s return null; end $$""".formatted(statement));
        database.execute("""
                create constraint trigger at_commit after insert on reservation deferrable initially deferred
                for each row execute function at_commit()""");
    }
}
