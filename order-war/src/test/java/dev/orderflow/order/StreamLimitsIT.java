package dev.orderflow.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.localstack.EmbeddedEnvironment;
import dev.orderflow.localstack.ServiceName;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.microshed.testing.jupiter.MicroShedTest;

/** The server under test has the settings that the pom gives it: heartbeats every second, 320 streams, 5 s for a write. */
@MicroShedTest
class StreamLimitsIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration WRITE_TIMEOUT = Duration.ofSeconds(5);
    private static final int CONNECTIONS = 320;

    @Test
    void a_silent_stream_has_a_first_comment_at_once_and_then_heartbeats() {
        try (var stream = SseClient.open(OrderStreamIT.ALL)) {
            await().atMost(Duration.ofMillis(800)).until(() -> stream.comments() == 1);
            await().atMost(LIMIT).until(() -> stream.comments() >= 3);
        }
    }

    @Test
    void connections_are_bounded_hold_no_thread_and_free_their_place_when_they_go() throws IOException {
        await().atMost(LIMIT).untilAsserted(() -> {
            try (var one = SseClient.open(OrderStreamIT.ALL)) {
                assertThat(one.status()).isEqualTo(200);
            }
        });
        long threadsBefore = serverThreads();
        List<SseClient> streams = new ArrayList<>();
        try {
            SseClient last = SseClient.open(OrderStreamIT.ALL);
            while (last.status() == 200 && streams.size() <= CONNECTIONS) {
                streams.add(last);
                last = SseClient.open(OrderStreamIT.ALL);
            }
            assertThat(last.status()).isEqualTo(503);
            assertThat(last.header("Retry-After")).isPresent();
            assertThat(last.header("Content-Type")).contains("application/problem+json");
            assertThat(streams).hasSizeBetween(CONNECTIONS - 20, CONNECTIONS);
            UUID id = OrderStreamIT.place();
            await().atMost(LIMIT)
                    .until(() -> streams.stream()
                            .allMatch(stream ->
                                    !OrderStreamIT.of(id, stream.heard()).isEmpty()));
            assertThat(serverThreads() - threadsBefore).isLessThan(40);
        } finally {
            streams.forEach(SseClient::close);
        }
        await().atMost(LIMIT).until(() -> {
            try (var stream = SseClient.open(OrderStreamIT.ALL)) {
                return stream.status() == 200;
            }
        });
    }

    @Test
    void a_client_that_does_not_read_holds_nobody_up_and_is_closed() throws Exception {
        int steps = 20_000;
        UUID busy = OrderStreamIT.place();
        String start = OrderStreamIT.lastIdOf(busy);
        try (Connection database = EmbeddedEnvironment.backends()
                        .database(ServiceName.ORDER)
                        .connect();
                var insert = database.prepareStatement(OrderStreamIT.INSERT_STEPS)) {
            insert.setObject(1, busy);
            insert.setInt(2, steps);
            insert.executeUpdate();
        }
        try (Socket deaf = deaf(OrderStreamIT.ALL, start);
                var quick = SseClient.open(OrderStreamIT.ALL, start)) {
            await().atMost(LIMIT).until(() -> quick.heard().size() >= steps);
            UUID next = OrderStreamIT.place();
            await().atMost(Duration.ofSeconds(5))
                    .until(() -> !OrderStreamIT.of(next, quick.heard()).isEmpty());
            await().pollDelay(WRITE_TIMEOUT.multipliedBy(2)).atMost(LIMIT).until(quick::isOpen);
            String taken = new String(deaf.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            assertThat(Stream.of(taken.split("event: order", -1)).count()).isBetween(2L, (long) steps);
        }
    }

    /** Asks for a stream and then reads nothing. */
    private static Socket deaf(String path, String lastEventId) throws IOException {
        URI server = EmbeddedEnvironment.server().baseUri();
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress(InetAddress.getByName(server.getHost()), server.getPort()));
        socket.getOutputStream()
                .write("""
                GET %s HTTP/1.1
                Host: localhost
                Accept: text/event-stream
                Last-Event-ID: %s

                """.formatted(path, lastEventId).replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static long serverThreads() throws IOException {
        ProcessHandle server =
                ProcessHandle.of(EmbeddedEnvironment.server().pid()).orElseThrow();
        long threads = 0;
        for (ProcessHandle process :
                Stream.concat(Stream.of(server), server.descendants()).toList()) {
            threads += Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                    .filter(line -> line.startsWith("Threads:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        }
        return threads;
    }
}
