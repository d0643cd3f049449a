package dev.orderflow.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.localstack.launcher.TestEnvironment;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.microshed.testing.jupiter.MicroShedTest;

@MicroShedTest
class OrderCountsIT {

    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final List<String> STATUSES = List.of("PENDING", "RESERVED", "CONFIRMED", "REJECTED", "CANCELLED");

    private final OrderApiClient api =
            new OrderApiClient(TestEnvironment.server().baseUri());

    @Test
    void the_numbers_are_those_of_the_table_while_many_place_and_cancel() throws Exception {
        counts();
        try (var clients = Executors.newFixedThreadPool(8)) {
            Callable<Integer> client = () -> {
                for (int i = 0; i < 20; i++) {
                    UUID id = api.place("c-counts");
                    if (i % 2 == 0) {
                        assertThat(api.cancel(id).statusCode()).isEqualTo(202);
                    }
                    counts();
                }
                return 0;
            };
            for (var done :
                    clients.invokeAll(Stream.generate(() -> client).limit(8).toList())) {
                assertThat(done.get()).isZero();
            }
        }
        await().atMost(LIMIT).untilAsserted(() -> assertThat(counted(counts())).isEqualTo(stored()));
    }

    @Test
    void an_order_that_is_placed_shows_in_the_slot_of_its_time_and_in_the_age_of_the_oldest() {
        UUID id = api.place("c-counts");
        await().atMost(LIMIT).untilAsserted(() -> assertThat(counted(counts())).isEqualTo(stored()));
        JsonPath counts = counts();
        Instant at = Instant.parse(counts.getString("at"));
        List<Instant> slots = counts.getList("slots.from", String.class).stream()
                .map(Instant::parse)
                .toList();
        assertThat(slots).isSorted().allSatisfy(slot -> {
            assertThat(slot.getEpochSecond() % 10).isZero();
            assertThat(slot).isBetween(at.minusSeconds(610), at);
        });
        Instant placed = Instant.parse(
                JsonPath.from(api.get("/api/orders/" + id + "/timeline").body()).getString("items[0].at"));
        Instant slot = Instant.ofEpochSecond(placed.getEpochSecond() / 10 * 10);
        assertThat(counts.getLong("slots.find { it.from == '%s' }.placed".formatted(slot)))
                .isPositive();
        assertThat(counts.getDouble("oldestPending")).isNotNegative();
        assertThat(api.cancel(id).statusCode()).isEqualTo(202);
    }

    @Test
    void the_position_is_that_of_the_last_step_that_is_counted() {
        UUID id = api.place("c-counts");
        long seq = OrderRows.number("select max(seq) from order_history where order_id = ?", id);
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(counts().getLong("position")).isGreaterThanOrEqualTo(seq));
    }

    private JsonPath counts() {
        var answer = api.get("/api/orders/counts");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonPath.from(answer.body());
    }

    private static Map<String, Long> counted(JsonPath counts) {
        return STATUSES.stream()
                .collect(Collectors.toMap(
                        status -> status, status -> counts.getLong("orders." + status.toLowerCase(Locale.ROOT))));
    }

    private static Map<String, Long> stored() {
        return STATUSES.stream()
                .collect(Collectors.toMap(
                        status -> status,
                        status -> OrderRows.number("select count(*) from orders where status = ?", status)));
    }
}
