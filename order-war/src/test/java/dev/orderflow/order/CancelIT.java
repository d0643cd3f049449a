package dev.orderflow.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.events.Topics;
import dev.orderflow.localstack.ProofSize;
import dev.orderflow.localstack.launcher.TestEnvironment;
import dev.orderflow.messaging.harness.KafkaTestClient;
import io.restassured.path.json.JsonPath;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.microshed.testing.jupiter.MicroShedTest;

@MicroShedTest
class CancelIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static KafkaTestClient wire;
    private static OtherServices others;

    private final OrderApiClient api =
            new OrderApiClient(TestEnvironment.server().baseUri());

    @BeforeAll
    static void connect() {
        wire = new KafkaTestClient(TestEnvironment.backends().bootstrapServers(), Topics.ORDERS);
        others = new OtherServices(wire);
    }

    @AfterAll
    static void disconnect() {
        wire.close();
    }

    @Test
    void before_its_reservation_an_order_is_cancelled_and_the_others_are_told() {
        UUID id = api.place("c-1");
        var cancelled = api.cancel(id);
        assertThat(cancelled.statusCode()).isEqualTo(202);
        var order = JsonPath.from(cancelled.body());
        assertThat(order.getString("status")).isEqualTo("CANCELLED");
        assertThat(order.getString("reason")).isEqualTo("CANCELLED_BY_CUSTOMER");
        assertThat(order.getInt("version")).isEqualTo(1);
        assertThat(order.getList("lines.sku")).containsExactly("BOOK-001");
        assertThat(Instant.parse(order.getString("updatedAt"))).isAfter(order.getString("createdAt"));
        assertThat(cancelled.body()).isEqualTo(api.get("/api/orders/" + id).body());
        await().atMost(LIMIT)
                .until(() -> wire.consumedOf(id).stream()
                        .anyMatch(event -> event.type().equals("dev.orderflow.order.cancelled.v1")
                                && event.payload().contains("CANCELLED_BY_CUSTOMER")));
    }

    @Test
    void after_its_reservation_an_order_can_still_be_cancelled_and_once_more_changes_nothing() {
        UUID id = api.place("c-1");
        others.reserved(id);
        awaitStatus(id, "RESERVED");
        assertThat(api.cancel(id).statusCode()).isEqualTo(202);
        var again = api.cancel(id);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(JsonPath.from(again.body()).getInt("version")).isEqualTo(2);
        assertThat(causes(id)).containsExactly("PLACED", "STOCK_RESERVED", "CANCEL_REQUESTED");
    }

    @Test
    void after_its_end_it_is_too_late() {
        UUID confirmed = api.place("c-1");
        UUID rejected = api.place("c-1");
        others.paid(confirmed);
        others.declined(rejected);
        awaitStatus(confirmed, "CONFIRMED");
        awaitStatus(rejected, "REJECTED");
        assertTooLate(confirmed, "CONFIRMED");
        assertTooLate(rejected, "REJECTED");
    }

    @Test
    void an_unknown_order_cannot_be_cancelled() {
        var refused = api.cancel(UUID.randomUUID());
        assertThat(refused.statusCode()).isEqualTo(404);
        assertThat(refused.body()).contains("/problems/unknown-order");
    }

    @Test
    void a_payment_that_completes_after_the_cancellation_and_its_refund_show_in_the_timeline_and_change_nothing() {
        UUID id = api.place("c-1");
        others.reserved(id);
        awaitStatus(id, "RESERVED");
        api.cancel(id);
        UUID paid = others.paid(id);
        await().atMost(LIMIT).until(() -> causes(id).contains("PAYMENT_COMPLETED"));
        UUID refunded = others.refunded(id);
        await().atMost(LIMIT).until(() -> causes(id).contains("PAYMENT_REFUNDED"));

        var timeline = timeline(id);
        assertThat(timeline.getList("items.cause"))
                .containsExactly(
                        "PLACED", "STOCK_RESERVED", "CANCEL_REQUESTED", "PAYMENT_COMPLETED", "PAYMENT_REFUNDED");
        assertThat(timeline.getList("items.status"))
                .containsExactly("PENDING", "RESERVED", "CANCELLED", "CANCELLED", "CANCELLED");
        assertThat(timeline.getList("items.from"))
                .containsExactly(null, "PENDING", "RESERVED", "CANCELLED", "CANCELLED");
        assertThat(timeline.getString("items[3].eventId")).isEqualTo(paid.toString());
        assertThat(timeline.getString("items[4].eventId")).isEqualTo(refunded.toString());
        assertThat(timeline.getList("items.at", String.class).stream().map(Instant::parse))
                .isSorted();
        assertThat(JsonPath.from(api.get("/api/orders/" + id).body()).getInt("version"))
                .isEqualTo(2);
    }

    /**
     * Either side may win, but the response must match the outcome. The payment's head start varies between orders, in
     * favour of the side that has won less often.
     */
    @Test
    void whoever_wins_the_race_of_cancellation_and_payment_the_answer_holds() throws Exception {
        Map<UUID, Integer> answers = new HashMap<>();
        int each = ProofSize.of(50, 200);
        long headStartMicros = 2000;
        try (var clients = Executors.newScheduledThreadPool(8)) {
            for (int round = 0; round < 100 && Math.min(count(answers, 202), count(answers, 409)) < each; round++) {
                List<UUID> orders = new ArrayList<>();
                for (int i = 0; i < 16; i++) {
                    orders.add(api.place("c-race"));
                }
                orders.forEach(others::paid);
                wire.flush();
                Map<UUID, Future<HttpResponse<String>>> cancels = new HashMap<>();
                for (int i = 0; i < orders.size(); i++) {
                    UUID id = orders.get(i);
                    cancels.put(
                            id, clients.schedule(() -> api.cancel(id), headStartMicros * i / 8, TimeUnit.MICROSECONDS));
                }
                for (var cancel : cancels.entrySet()) {
                    answers.put(cancel.getKey(), cancel.getValue().get().statusCode());
                }
                boolean cancelledMore = count(answers, 202) > count(answers, 409);
                headStartMicros =
                        Math.clamp(cancelledMore ? headStartMicros * 3 / 2 : headStartMicros * 2 / 3, 1, 5_000_000);
            }
        }
        assertThat(answers.values()).containsOnly(202, 409);
        assertThat(count(answers, 202)).as("orders that were cancelled").isGreaterThanOrEqualTo(each);
        assertThat(count(answers, 409)).as("orders that were confirmed").isGreaterThanOrEqualTo(each);
        await().atMost(LIMIT).until(() -> OrderRows.number("""
                        select count(*) from order_history h join orders o on o.id = h.order_id
                        where customer_id = 'c-race' and cause = 'PAYMENT_COMPLETED'""") == answers.size());
        answers.forEach((id, status) -> assertThat(causes(id))
                .isEqualTo(
                        status == 202
                                ? List.of("PLACED", "CANCEL_REQUESTED", "PAYMENT_COMPLETED")
                                : List.of("PLACED", "PAYMENT_COMPLETED")));
        await().atMost(LIMIT).until(() -> endings(answers).values().stream().allMatch(told -> told == 1));
    }

    private static Map<UUID, Long> endings(Map<UUID, Integer> answers) {
        Map<UUID, Long> told = new HashMap<>();
        answers.keySet().forEach(id -> told.put(id, 0L));
        wire.consumed().stream()
                .filter(event ->
                        event.type().contains("cancelled") || event.type().contains("confirmed"))
                .forEach(event -> told.computeIfPresent(UUID.fromString(event.key()), (id, before) -> before + 1));
        return told;
    }

    private static long count(Map<UUID, Integer> answers, int status) {
        return answers.values().stream().filter(one -> one == status).count();
    }

    private void assertTooLate(UUID id, String status) {
        var refused = api.cancel(id);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("/problems/too-late").contains(status);
        assertThat(causes(id)).doesNotContain("CANCEL_REQUESTED");
    }

    private List<String> causes(UUID id) {
        return timeline(id).getList("items.cause");
    }

    private JsonPath timeline(UUID id) {
        return JsonPath.from(api.get("/api/orders/" + id + "/timeline").body());
    }

    private void awaitStatus(UUID id, String status) {
        await().atMost(LIMIT)
                .until(() -> JsonPath.from(api.get("/api/orders/" + id).body())
                        .getString("status")
                        .equals(status));
    }
}
