package dev.orderflow.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.events.EventType;
import dev.orderflow.localstack.ServiceName;
import dev.orderflow.localstack.backends.Backends;
import dev.orderflow.localstack.launcher.TestEnvironment;
import dev.orderflow.localstack.server.LibertyServer;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.common.KafkaFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The first test starts the server that all test classes of the module share, with a backlog of events, and the second
 * server. The second test freezes the second server. This class must therefore run first.
 */
@Order(1)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BacklogIT {

    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final Logger LOG = Logger.getLogger(BacklogIT.class.getName());
    private static final int BACKLOG = 1_000;

    private static Backends backends;
    private static OrderTopic orders;

    @BeforeAll
    static void connect() {
        backends = TestEnvironment.backends();
        orders = new OrderTopic(backends.bootstrapServers());
    }

    @AfterAll
    static void disconnect() {
        orders.close();
    }

    @Test
    @Order(1)
    void a_backlog_is_handled_when_the_server_starts_and_a_second_replica_then_shares_the_work() throws Exception {
        var rows = new InventoryRows(backends.database(ServiceName.INVENTORY));
        assertThat(rows.number("select count(*) from pg_tables where tablename = 'stock'"))
                .as("tables of a server that was started before this test")
                .isZero();
        List<UUID> backlog = IntStream.range(0, BACKLOG)
                .mapToObj(order -> orders.created(Map.of("BOOK-001", 1, "PEN-001", 2)))
                .toList();
        orders.flush();

        TestEnvironment.server();
        try (var answers = new PublishedEvents(backends.bootstrapServers())) {
            await().atMost(LIMIT).until(() -> answers.count(EventType.INVENTORY_RESERVED, backlog) == BACKLOG);
        }

        SecondServer.get();
        awaitSharing(2);
        backlog.forEach(orders::confirmed);
        IntStream.range(0, BACKLOG).forEach(order -> {
            UUID orderId = orders.created(Map.of("MUG-001", 1));
            orders.confirmed(orderId);
        });

        await().atMost(LIMIT)
                .until(() -> rows.number("select count(*) from reservation where status = 'COMMITTED'") == 2 * BACKLOG);
        assertThat(rows.number("select on_hand from stock where sku = 'MUG-001'"))
                .isEqualTo(5000 - BACKLOG);
        assertThat(rows.skusThatDoNotAddUp()).isZero();
        assertThat(rows.number("select count(*) from dead_letter")).isZero();
    }

    /** The server freezes in a transaction. Its row locks and partitions must be released before it resumes. */
    @Test
    @Order(2)
    void a_backlog_is_handled_by_the_other_replica_while_one_is_frozen_for_longer_than_its_session() throws Exception {
        var rows = new InventoryRows(backends.database(ServiceName.INVENTORY));
        rows.stock("T-FROZEN", 100);
        LibertyServer frozenServer = SecondServer.get();
        List<UUID> frozen;
        try (Connection blocker = backends.adminDatabase(ServiceName.INVENTORY).connect();
                var lock = blocker.createStatement()) {
            blocker.setAutoCommit(false);
            lock.execute("select * from stock where sku = 'T-FROZEN' for update");
            frozen = Stream.generate(() -> orders.created(Map.of("T-FROZEN", 1)))
                    .limit(24)
                    .toList();
            orders.flush();
            await("both are in a transaction").atMost(LIMIT).until(() -> rows.number("""
                    select count(*) from pg_stat_activity where wait_event_type = 'Lock' and usename = 'inventory'""") == 2);
            frozenServer.pause();
            blocker.rollback();
        }
        try (var answers = new PublishedEvents(backends.bootstrapServers())) {
            long begin = System.nanoTime();
            await().atMost(LIMIT).until(() -> answers.count(EventType.INVENTORY_RESERVED, frozen) == 24);
            LOG.info("What a frozen replica had in hand was done by the other after "
                    + Duration.ofNanos(System.nanoTime() - begin).toMillis() + " ms");
            awaitSharing(1);
        } finally {
            frozenServer.resume();
        }
        awaitSharing(2);
        List<UUID> more = Stream.generate(() -> orders.created(Map.of("T-FROZEN", 1)))
                .limit(24)
                .toList();
        try (var answers = new PublishedEvents(backends.bootstrapServers())) {
            await().atMost(LIMIT).until(() -> answers.count(EventType.INVENTORY_RESERVED, more) == 24);
        }
        assertThat(rows.number("select reserved from stock where sku = 'T-FROZEN'"))
                .isEqualTo(48);
        assertThat(rows.skusThatDoNotAddUp()).isZero();
        assertThat(rows.number("select count(*) from dead_letter")).isZero();
    }

    /** Waits until that many replicas share the six partitions. */
    private static void awaitSharing(int replicas) {
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(members())
                        .hasSize(replicas)
                        .allSatisfy(member -> assertThat(member.assignment().topicPartitions())
                                .hasSize(6 / replicas)));
    }

    private static List<MemberDescription> members() {
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", backends.bootstrapServers()))) {
            return admin.describeConsumerGroups(List.of("inventory")).describedGroups().values().stream()
                    .map(KafkaFuture::toCompletionStage)
                    .flatMap(group -> group.toCompletableFuture().join().members().stream())
                    .toList();
        }
    }
}
