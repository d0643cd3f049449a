package dev.orderflow.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.events.EventType;
import dev.orderflow.localstack.Backends;
import dev.orderflow.localstack.LibertyServer;
import dev.orderflow.localstack.ServerOptions;
import dev.orderflow.localstack.ServiceName;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.common.KafkaFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Servers that are started by hand, with backends of their own. */
class BacklogIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);
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
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(members())
                        .hasSize(2)
                        .allSatisfy(member -> assertThat(member.assignment().topicPartitions())
                                .hasSize(3)));
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

    private static void startServer(String name) throws IOException {
        var options = ServerOptions.of(ServiceName.INVENTORY, freePort(), backends.environment(ServiceName.INVENTORY))
                .with("SAMPLE_DATA", "true");
        LibertyServer.start(backends.home(), options.replica(name, options.port()));
    }

    private static List<MemberDescription> members() {
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", backends.bootstrapServers()))) {
            return admin.describeConsumerGroups(List.of("inventory")).describedGroups().values().stream()
                    .map(KafkaFuture::toCompletionStage)
                    .flatMap(group -> group.toCompletableFuture().join().members().stream())
                    .toList();
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
