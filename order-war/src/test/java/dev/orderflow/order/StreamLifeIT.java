package dev.orderflow.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.localstack.launcher.TestEnvironment;
import dev.orderflow.localstack.server.LibertyServer;
import dev.orderflow.order.SseClient.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.microshed.testing.jupiter.MicroShedTest;

/** A server closes each stream after at most two seconds. */
@MicroShedTest
@Order(SecondServer.LAST)
class StreamLifeIT {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final int LIVES = 4;

    private final List<Message> heard = new ArrayList<>();
    private final List<UUID> placed = new ArrayList<>();

    @Test
    void a_stream_ends_after_its_longest_life_and_its_client_comes_back_and_misses_nothing() {
        LibertyServer server = TestEnvironment.replica("short-streams", Map.of("ORDERFLOW_STREAM_LONGEST_LIFE_S", "2"));
        try (var whole = SseClient.open(OrderStreamIT.ALL)) {
            String lastId = null;
            for (int life = 0; life < LIVES; life++) {
                lastId = follow(server, lastId, life % 2 == 1);
                // Places an order while the client is disconnected; the first time, the client has received no event
                // yet.
                placed.add(OrderStreamIT.place());
            }
            try (var last = SseClient.open(server, OrderStreamIT.ALL, lastId)) {
                await().atMost(LIMIT)
                        .until(() -> !OrderStreamIT.of(placed.getLast(), last.heard())
                                .isEmpty());
                heard.addAll(last.heard());
            }
            await().atMost(LIMIT)
                    .until(() ->
                            !OrderStreamIT.of(placed.getLast(), whole.heard()).isEmpty());
            assertThat(placed)
                    .allSatisfy(id ->
                            assertThat(OrderStreamIT.of(id, heard)).isEqualTo(OrderStreamIT.of(id, whole.heard())));
        } finally {
            server.stop();
        }
    }

    /** Follows the stream until the server ends it. */
    private @Nullable String follow(LibertyServer server, @Nullable String lastId, boolean placing) {
        try (var stream = SseClient.open(server, OrderStreamIT.ALL, lastId)) {
            assertThat(stream.status()).isEqualTo(200);
            if (placing) {
                placed.add(OrderStreamIT.place());
            }
            await().atMost(LIMIT).until(() -> !stream.isOpen());
            heard.addAll(stream.heard());
            return stream.lastId();
        }
    }
}
