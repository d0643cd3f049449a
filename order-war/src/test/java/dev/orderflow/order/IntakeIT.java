package dev.orderflow.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.events.otlp.OtlpReceiver;
import dev.orderflow.localstack.LibertyServer;
import dev.orderflow.localstack.TestEnvironment;
import io.restassured.path.json.JsonPath;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.microshed.testing.jupiter.MicroShedTest;

/** A server that takes five orders more than are under way already; nobody brings them to an end here. */
@MicroShedTest
class IntakeIT {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final int ROOM = 5;

    private static OtlpReceiver receiver;
    private static LibertyServer full;

    @BeforeAll
    static void start() {
        // Orders of other tests would reach their deadline meanwhile, and make room.
        Rows.execute("update orders set created_at = now() where status in ('PENDING', 'RESERVED')");
        receiver = new OtlpReceiver();
        Map<String, String> variables = new HashMap<>(receiver.environment());
        variables.put("ORDERFLOW_INTAKE_MOST", Long.toString(underWay() + ROOM));
        full = TestEnvironment.replica("order-full", variables);
    }

    @AfterAll
    static void stop() {
        full.stop();
        receiver.close();
    }

    private static long underWay() {
        return Rows.number("select count(*) from orders where status in ('PENDING', 'RESERVED')");
    }

    @Test
    void what_cannot_be_finished_is_refused_before_it_leaves_a_trace_and_taken_once_there_is_room() {
        var server = new Api(full.baseUri());
        UUID last = null;
        for (int i = 0; i < ROOM; i++) {
            last = server.place("c-room");
        }
        String key = UUID.randomUUID().toString();
        HttpResponse<String> refused = server.place(key, "c-room", "BOOK-001", 1);

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(1L, 30L);
        assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(JsonPath.from(refused.body()).getString("type")).isEqualTo("/problems/too-many-orders");
        assertThat(Rows.number("select count(*) from orders where customer_id = 'c-room'"))
                .isEqualTo(ROOM);

        server.cancel(last);
        await().atMost(LIMIT)
                .until(() -> server.place(key, "c-room", "BOOK-001", 1).statusCode() == 201);
        assertThat(Rows.number("select count(*) from orders where customer_id = 'c-room'"))
                .isEqualTo(ROOM + 1);
        await().atMost(LIMIT)
                .until(() -> receiver.metrics().stream()
                        .anyMatch(metric -> metric.name().equals("orderflow.order.refused") && metric.total() >= 1));
    }
}
