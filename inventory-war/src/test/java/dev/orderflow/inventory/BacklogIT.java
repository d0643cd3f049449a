package dev.orderflow.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.events.EventType;
import dev.orderflow.localstack.Backends;
import dev.orderflow.localstack.LibertyServer;
import dev.orderflow.localstack.Ports;
import dev.orderflow.localstack.ServerOptions;
import dev.orderflow.localstack.ServiceName;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Servers that are started by hand, with backends of their own. The first test starts two, the second freezes one of them. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BacklogIT {

    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final Logger LOG = Logger.getLogger(BacklogIT.class.getName());
    private static final Map<String, LibertyServer> SERVERS = new HashMap<>();
    private static final int BACKLOG = 1_000;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private static Path home;

    private static Backends backends;
    private static OrderTopic orders;

    @BeforeAll
    static void startBackends() {
        backends = Backends.start(home);
        orders = new OrderTopic(backends.bootstrapServers());
    }

    @AfterAll
    static void stop() {
        orders.close();
        backends.close();
    }

    @Test
    @Order(1)
    void isHandledWhenTheServerStartsAndASecondReplicaThenSharesTheWork() throws Exception {
        List<UUID> backlog = IntStream.range(0, BACKLOG)
                .mapToObj(order -> orders.created(Map.of("BOOK-001", 1, "PEN-001", 2)))
                .toList();
        orders.flush();

        startServer("inventory-1");
        try (var answers = new Answers(backends.bootstrapServers())) {
            await().atMost(LIMIT).until(() -> answers.count(EventType.INVENTORY_RESERVED, backlog) == BACKLOG);
        }

        startServer("inventory-2");
        awaitSharing(2);
        backlog.forEach(orders::confirmed);
        IntStream.range(0, BACKLOG).forEach(order -> {
            UUID orderId = orders.created(Map.of("MUG-001", 1));
            orders.confirmed(orderId);
        });

        var rows = new Rows(backends.database(ServiceName.INVENTORY));
        await().atMost(LIMIT)
                .until(() -> rows.number("select count(*) from reservation where status = 'COMMITTED'") == 2 * BACKLOG);
        assertThat(rows.number("select on_hand from stock where sku = 'MUG-001'"))
                .isEqualTo(5000 - BACKLOG);
        assertThat(rows.skusThatDoNotAddUp()).isZero();
        assertThat(rows.number("select count(*) from dead_letter")).isZero();
    }

    /** In the midst of a transaction: the rows that it has locked are free again before it goes on, and so are its partitions. */
    @Test
    @Order(2)
    void isHandledByTheOtherReplicaWhileOneIsFrozenForLongerThanItsSession() throws Exception {
        var rows = new Rows(backends.database(ServiceName.INVENTORY));
        rows.stock("FROZEN-001", 100);
        LibertyServer frozenServer = Objects.requireNonNull(SERVERS.get("inventory-1"));
        List<UUID> frozen;
        try (Connection blocker = backends.adminDatabase(ServiceName.INVENTORY).connect();
                var lock = blocker.createStatement()) {
            blocker.setAutoCommit(false);
            lock.execute("select * from stock where sku = 'FROZEN-001' for update");
            frozen = Stream.generate(() -> orders.created(Map.of("FROZEN-001", 1)))
                    .limit(24)
                    .toList();
            orders.flush();
            await("both are in a transaction").atMost(LIMIT).until(() -> rows.number("""
                    select count(*) from pg_stat_activity where wait_event_type = 'Lock' and usename = 'inventory'""") == 2);
            frozenServer.pause();
            blocker.rollback();
        }
        try (var answers = new Answers(backends.bootstrapServers())) {
            long begin = System.nanoTime();
            await().atMost(LIMIT).until(() -> answers.count(EventType.INVENTORY_RESERVED, frozen) == 24);
            LOG.info("What a frozen replica had in hand was done by the other after "
                    + Duration.ofNanos(System.nanoTime() - begin).toMillis() + " ms");
            awaitSharing(1);
        } finally {
            frozenServer.resume();
        }
        awaitSharing(2);
        List<UUID> more = Stream.generate(() -> orders.created(Map.of("FROZEN-001", 1)))
                .limit(24)
                .toList();
        try (var answers = new Answers(backends.bootstrapServers())) {
            await().atMost(LIMIT).until(() -> answers.count(EventType.INVENTORY_RESERVED, more) == 24);
        }
        assertThat(rows.number("select reserved from stock where sku = 'FROZEN-001'"))
                .isEqualTo(48);
        assertThat(rows.skusThatDoNotAddUp()).isZero();
        assertThat(rows.number("select count(*) from dead_letter")).isZero();
    }

    /** Waits until so many replicas share the six partitions. */
    private static void awaitSharing(int replicas) {
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(members())
                        .hasSize(replicas)
                        .allSatisfy(member -> assertThat(member.assignment().topicPartitions())
                                .hasSize(6 / replicas)));
    }

    private static void startServer(String name) {
        int port = Ports.free().http(ServiceName.INVENTORY);
        var options = ServerOptions.of(ServiceName.INVENTORY, port, backends.environment(ServiceName.INVENTORY))
                .with("SAMPLE_DATA", "true")
                .with("DB_IDLE_IN_TRANSACTION_TIMEOUT", "4s")
                .with("MP_MESSAGING_CONNECTOR_LIBERTY_KAFKA_SESSION_TIMEOUT_MS", "6000")
                .with("ORDERFLOW_RELAY_ACKNOWLEDGE_TIMEOUT_MS", "4000");
        SERVERS.put(name, LibertyServer.start(backends.home(), options.replica(name, port)));
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
