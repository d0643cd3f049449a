package dev.orderflow.order;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.orderflow.localstack.ServiceName;
import dev.orderflow.localstack.launcher.TestEnvironment;
import dev.orderflow.messaging.harness.KafkaTestClient;
import dev.orderflow.order.SseClient.Message;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.microshed.testing.jupiter.MicroShedTest;

/** The pom configures the server under test: heartbeats every second, 320 streams, 5 s for a write. */
@MicroShedTest
class OrderStreamIT {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    static final String ALL = "/api/orders/stream";

    static final String INSERT_STEPS = """
            insert into order_history (id, order_id, from_status, to_status, cause)
            select gen_random_uuid(), ?, 'PENDING', 'PENDING', 'PAYMENT_REFUNDED' from generate_series(1, ?)""";

    private static KafkaTestClient wire;
    private static OtherServices others;

    @BeforeAll
    static void connect() {
        wire = new KafkaTestClient(TestEnvironment.backends().bootstrapServers());
        others = new OtherServices(wire);
    }

    @AfterAll
    static void disconnect() {
        wire.close();
    }

    @Test
    void the_stream_of_an_order_begins_with_its_history_and_goes_on() {
        UUID id = place();
        others.reserved(id);
        awaitStatus(id, "RESERVED");
        try (var stream = SseClient.open(one(id))) {
            assertThat(stream.status()).isEqualTo(200);
            assertThat(stream.header("Content-Type")).contains("text/event-stream");
            assertThat(stream.header("Cache-Control")).contains("no-store");
            assertThat(stream.header("X-Accel-Buffering")).contains("no");
            await().atMost(LIMIT).until(() -> stream.heard().size() == 2);
            others.paid(id);
            await().atMost(LIMIT).until(() -> stream.heard().size() == 3);
            assertThat(stream.heard()).extracting(Message::event).containsOnly("order");
            assertThat(statuses(stream.heard())).containsExactly("PENDING", "RESERVED", "CONFIRMED");
            List<String> items = given().get("/api/orders/" + id + "/timeline").path("items.at");
            assertThat(stream.heard())
                    .zipSatisfy(
                            items, (message, at) -> assertThat(message.data()).contains(at));
        }
    }

    @Test
    void the_stream_of_all_begins_now_and_has_every_step_once_and_in_one_sequence() {
        UUID before = placeAndHear();
        try (var stream = SseClient.open(ALL)) {
            List<UUID> ids =
                    IntStream.range(0, 200).parallel().mapToObj(i -> place()).toList();
            ids.forEach(others::reserved);
            ids.forEach(others::paid);
            wire.flush();
            await().atMost(LIMIT)
                    .untilAsserted(
                            () -> assertThat(of(ids, stream.heard())).hasSizeGreaterThanOrEqualTo(3 * ids.size()));
            List<Message> heard = stream.heard();
            assertThat(heard).noneMatch(message -> message.isOf(before));
            assertThat(of(ids, heard)).hasSize(3 * ids.size());
            assertThat(heard)
                    .extracting(message -> Long.parseLong(message.id()))
                    .doesNotHaveDuplicates()
                    .isSorted();
            assertThat(ids).allSatisfy(id -> assertThat(statuses(of(id, heard))).contains("PENDING", "CONFIRMED"));
            try (var resumed = SseClient.open(ALL, heard.get(234).id())) {
                List<Message> rest = heard.subList(235, heard.size());
                await().atMost(LIMIT).until(() -> resumed.heard().size() >= rest.size());
                assertThat(resumed.heard().subList(0, rest.size())).isEqualTo(rest);
            }
        }
    }

    @Test
    void a_stream_of_one_order_goes_on_after_the_last_event_id() {
        UUID id = place();
        others.reserved(id);
        awaitStatus(id, "RESERVED");
        String first;
        try (var stream = SseClient.open(one(id))) {
            await().atMost(LIMIT).until(() -> stream.heard().size() == 2);
            first = stream.heard().getFirst().id();
        }
        others.paid(id);
        try (var resumed = SseClient.open(one(id), first)) {
            await().atMost(LIMIT).until(() -> resumed.heard().size() == 2);
            assertThat(statuses(resumed.heard())).containsExactly("RESERVED", "CONFIRMED");
        }
    }

    @Test
    void a_step_that_is_committed_late_holds_the_stream_back_and_comes_first() throws SQLException {
        UUID slow = placeAndHear();
        try (var stream = SseClient.open(ALL);
                Connection late =
                        TestEnvironment.backends().database(ServiceName.ORDER).connect()) {
            late.setAutoCommit(false);
            try (var insert = late.prepareStatement(INSERT_STEPS)) {
                insert.setObject(1, slow);
                insert.setInt(2, 1);
                insert.executeUpdate();
            }
            UUID quick = place();
            await().during(Duration.ofSeconds(1))
                    .atMost(LIMIT)
                    .until(() -> of(quick, stream.heard()).isEmpty());
            late.commit();
            List<UUID> both = List.of(slow, quick);
            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(of(both, stream.heard())).hasSize(2));
            assertThat(of(both, stream.heard()).getFirst().isOf(slow)).isTrue();
            assertThat(of(both, stream.heard()).getLast().isOf(quick)).isTrue();
        }
    }

    @Test
    void a_stream_stays_open_while_the_database_is_away_and_misses_nothing() {
        UUID id = placeAndHear();
        try (var stream = SseClient.open(one(id));
                var all = SseClient.open(ALL)) {
            await().atMost(LIMIT).until(() -> stream.heard().size() == 1);
            TestEnvironment.backends().postgres().stop();
            try {
                int comments = stream.comments();
                await().atMost(LIMIT).until(() -> stream.comments() >= comments + 3);
            } finally {
                TestEnvironment.backends().postgres().start();
            }
            await().atMost(LIMIT)
                    .untilAsserted(
                            () -> given().get("/api/orders?limit=1").then().statusCode(200));
            others.reserved(id);
            others.paid(id);
            await().atMost(LIMIT)
                    .until(() ->
                            stream.heard().size() == 3 && of(id, all.heard()).size() == 2);
            assertThat(statuses(stream.heard())).contains("PENDING", "CONFIRMED");
            assertThat(stream.isOpen()).isTrue();
        }
    }

    @Test
    void what_cannot_be_streamed_is_answered_with_a_problem() {
        UUID unknown = UUID.randomUUID();
        given().get(one(unknown))
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/unknown-order"));
        given().get("/api/orders/17/stream").then().statusCode(404);
        for (String path : List.of(ALL, one(place()))) {
            for (String id : List.of("x", "1-2", "999999999")) {
                given().header("Last-Event-ID", id)
                        .get(path)
                        .then()
                        .statusCode(400)
                        .contentType("application/problem+json")
                        .body("errors.field", hasItem("Last-Event-ID"));
            }
            given().accept("application/json").get(path).then().statusCode(406).contentType("application/problem+json");
        }
    }

    static UUID place() {
        return OrdersIT.place("BOOK-001", 1).id();
    }

    private static void awaitStatus(UUID id, String status) {
        await().atMost(LIMIT)
                .untilAsserted(() -> given().get("/api/orders/" + id).then().body("status", equalTo(status)));
    }

    /** Places an order and waits for its event. A stream that starts afterwards begins after it. */
    private static UUID placeAndHear() {
        try (var stream = SseClient.open(ALL)) {
            UUID id = place();
            await().atMost(LIMIT).until(() -> !of(id, stream.heard()).isEmpty());
            return id;
        }
    }

    static String lastIdOf(UUID id) {
        try (var stream = SseClient.open(one(id))) {
            await().atMost(LIMIT).until(() -> !stream.heard().isEmpty());
            return stream.heard().getLast().id();
        }
    }

    static String one(UUID id) {
        return "/api/orders/" + id + "/stream";
    }

    static List<Message> of(UUID id, List<Message> heard) {
        return heard.stream().filter(message -> message.isOf(id)).toList();
    }

    /** Removes events of other tests' orders, which may occur at any time, for example when orders expire. */
    private static List<Message> of(Collection<UUID> ids, List<Message> heard) {
        return heard.stream()
                .filter(message -> ids.stream().anyMatch(message::isOf))
                .toList();
    }

    private static List<String> statuses(List<Message> heard) {
        return heard.stream()
                .map(message -> message.data().replaceAll(".*\"status\":\"(\\w+)\".*", "$1"))
                .toList();
    }
}
