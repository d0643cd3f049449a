package dev.orderflow.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.localstack.ServiceName;
import dev.orderflow.localstack.launcher.TestEnvironment;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Test;
import org.microshed.testing.jupiter.MicroShedTest;

/** The pom configures the server under test: heartbeats every second, 320 streams, 5 s for a write. */
@MicroShedTest
class StreamLimitsIT {

    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final Duration WRITE_TIMEOUT = Duration.ofSeconds(5);
    private static final int CONNECTIONS = 320;

    @Test
    void a_silent_stream_has_a_first_comment_at_once_and_then_heartbeats() {
        // A slow machine delays events occasionally. A defect delays them until the next heartbeat every time.
        await().atMost(LIMIT)
                .ignoreExceptionsInstanceOf(ConditionTimeoutException.class)
                .until(() -> {
                    try (var stream = SseClient.open(OrderStreamIT.ALL)) {
                        await().atMost(Duration.ofMillis(800)).until(() -> stream.comments() >= 1);
                        await().atMost(LIMIT).until(() -> stream.comments() >= 3);
                        return true;
                    }
                });
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
            // The server may start a few threads for other work.
            assertThat(serverThreads() - threadsBefore).isLessThan(CONNECTIONS / 2);
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
    void a_head_of_a_stream_is_answered_and_takes_neither_a_connection_nor_a_place() throws Exception {
        UUID id = OrderStreamIT.place();
        for (String path : List.of(OrderStreamIT.ALL, OrderStreamIT.one(id))) {
            try (HttpClient client =
                    HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
                for (int i = 0; i <= CONNECTIONS; i++) {
                    HttpResponse<String> answer = client.send(head(path), HttpResponse.BodyHandlers.ofString());
                    assertThat(answer.statusCode()).isEqualTo(200);
                    assertThat(answer.headers().firstValue("Content-Type"))
                            .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
                }
            }
            try (var stream = SseClient.open(path)) {
                assertThat(stream.status()).isEqualTo(200);
            }
        }
    }

    /** The client uses a single connection, which is free only when the previous response has ended. */
    private static HttpRequest head(String path) {
        return HttpRequest.newBuilder(URI.create(TestEnvironment.server().baseUri() + path))
                .timeout(Duration.ofSeconds(20))
                .HEAD()
                .build();
    }

    @Test
    void a_client_that_does_not_read_holds_nobody_up_and_is_closed() throws Exception {
        int steps = 20_000;
        UUID busy = OrderStreamIT.place();
        String start = OrderStreamIT.lastIdOf(busy);
        try (Connection database =
                        TestEnvironment.backends().database(ServiceName.ORDER).connect();
                var insert = database.prepareStatement(OrderStreamIT.INSERT_STEPS)) {
            insert.setObject(1, busy);
            insert.setInt(2, steps);
            insert.executeUpdate();
        }
        try (var quick = SseClient.open(OrderStreamIT.ALL, start)) {
            await().atMost(LIMIT).until(() -> quick.heard().size() >= steps);
            // A slow machine delays events occasionally. A client that does not read must not delay others every time.
            await().atMost(LIMIT)
                    .ignoreExceptionsInstanceOf(ConditionTimeoutException.class)
                    .untilAsserted(() -> assertThat(takenByOneThatDoesNotRead(start, steps, quick))
                            .isBetween(1L, steps - 1L));
            assertThat(quick.isOpen()).isTrue();
        }
    }

    /**
     * Returns how many events the server sent to a client that does not read before it closed the stream. Another
     * client receives each event in time. Returns all if the server did not close it.
     */
    private static long takenByOneThatDoesNotRead(String start, int steps, SseClient quick) throws IOException {
        try (Socket deaf = deaf(OrderStreamIT.ALL, start)) {
            UUID next = OrderStreamIT.place();
            await().atMost(WRITE_TIMEOUT)
                    .until(() -> !OrderStreamIT.of(next, quick.heard()).isEmpty());
            await().pollDelay(WRITE_TIMEOUT.multipliedBy(2)).atMost(LIMIT).until(quick::isOpen);
            return new BufferedReader(new InputStreamReader(deaf.getInputStream(), StandardCharsets.US_ASCII))
                    .lines()
                    .filter(line -> line.contains("event: order"))
                    .limit(steps)
                    .count();
        }
    }

    /** Requests a stream and then reads nothing. */
    private static Socket deaf(String path, String lastEventId) throws IOException {
        URI server = TestEnvironment.server().baseUri();
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
        ProcessHandle server = ProcessHandle.of(TestEnvironment.server().pid()).orElseThrow();
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
