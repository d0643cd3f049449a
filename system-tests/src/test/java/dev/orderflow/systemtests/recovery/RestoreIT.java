package dev.orderflow.systemtests.recovery;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.localstack.Database;
import dev.orderflow.localstack.ServiceName;
import dev.orderflow.systemtests.Shop;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** A database is restored to an earlier state, by the steps in docs/operations.md. */
class RestoreIT {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final long PRICE = 1250;

    private final Shop shop = Shop.open();

    @Test
    void what_a_restored_database_has_forgotten_comes_back_from_kafka_and_nothing_happens_twice() throws Exception {
        String sku = "RESTORED-" + UUID.randomUUID();
        shop.stock(sku, PRICE, 10);
        ended("tok_approve", sku, "CONFIRMED");
        shop.requireSound();
        var server = shop.stack().server(ServiceName.INVENTORY);

        Instant backedUp = Instant.now();
        server.pause();
        try {
            // A database can be copied only without sessions. The server opens new ones when it resumes.
            await().atMost(LIMIT).until(this::hasNoSessions);
            execute("create database backup template inventory");
        } finally {
            server.resume();
        }
        UUID forgotten = ended("tok_approve", sku, "CONFIRMED");
        ended("tok_decline", sku, "REJECTED");

        server.stop();
        execute(
                "drop database inventory with (force)",
                "create database inventory template backup",
                "revoke all on database inventory from public",
                "grant connect, create on database inventory to inventory",
                "drop database backup");
        assertThat(shop.number(
                        ServiceName.INVENTORY, "select count(*) from reservation where order_id = '" + forgotten + "'"))
                .isZero();
        // A killed consumer remains a group member until its session expires.
        await().atMost(LIMIT)
                .ignoreExceptionsInstanceOf(ExecutionException.class)
                .until(() -> isReadAgainFrom(backedUp));
        server.start();

        await().atMost(LIMIT)
                .until(() -> shop.number(
                                ServiceName.INVENTORY,
                                "select count(*) from reservation where status = 'COMMITTED' and order_id = '"
                                        + forgotten + "'")
                        == 1);
        shop.requireSound();
        assertThat(shop.order(forgotten).getString("status")).isEqualTo("CONFIRMED");
        assertThat(shop.kept(forgotten)).isEqualTo(PRICE);
        shop.awaitLevel(sku, 8);
    }

    private UUID ended(String token, String sku, String status) {
        UUID order = shop.place(token, sku);
        await().atMost(LIMIT).until(() -> shop.order(order).getString("status").equals(status));
        return order;
    }

    /** Ends all sessions. */
    private boolean hasNoSessions() {
        return postgres().number("""
                        select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = 'inventory'""") == 0;
    }

    private void execute(String... statements) {
        Database postgres = postgres();
        for (String statement : statements) {
            postgres.execute(statement);
        }
    }

    private Database postgres() {
        Database inventory = shop.stack().backends().adminDatabase(ServiceName.INVENTORY);
        return new Database(inventory.host(), inventory.port(), "postgres", inventory.user(), inventory.password());
    }

    /** Does what {@code kafka-consumer-groups.sh --reset-offsets --to-datetime} does to a group without members. */
    private boolean isReadAgainFrom(Instant time) throws ExecutionException, InterruptedException {
        Map<String, Object> config =
                Map.of("bootstrap.servers", shop.stack().backends().bootstrapServers());
        try (Admin admin = Admin.create(config)) {
            Set<TopicPartition> partitions = admin.listConsumerGroupOffsets("inventory")
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .keySet();
            assertThat(partitions).isNotEmpty();
            var first = admin.listOffsets(partitions.stream()
                            .collect(toMap(
                                    partition -> partition, partition -> OffsetSpec.forTimestamp(time.toEpochMilli()))))
                    .all()
                    .get();
            admin.alterConsumerGroupOffsets(
                            "inventory",
                            first.entrySet().stream()
                                    .filter(entry -> entry.getValue().offset() >= 0)
                                    .collect(toMap(
                                            Map.Entry::getKey,
                                            entry -> new OffsetAndMetadata(
                                                    entry.getValue().offset()))))
                    .all()
                    .get();
            return true;
        }
    }
}
