package dev.orderflow.inventory;

import static dev.orderflow.inventory.InventoryApiClient.LIMIT;
import static dev.orderflow.inventory.InventoryApiClient.awaitStatus;
import static dev.orderflow.inventory.InventoryApiClient.stocked;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.orderflow.events.EventHeaders;
import dev.orderflow.events.EventType;
import dev.orderflow.events.Topics;
import dev.orderflow.localstack.launcher.TestEnvironment;
import dev.orderflow.messaging.harness.KafkaTestClient;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.microshed.testing.jupiter.MicroShedTest;

@MicroShedTest
class LowStockIT {

    private static OrderTopic orders;
    private static KafkaTestClient wire;

    @BeforeAll
    static void connect() {
        String kafka = TestEnvironment.backends().bootstrapServers();
        orders = new OrderTopic(kafka);
        wire = new KafkaTestClient(kafka, Topics.STOCK);
    }

    @AfterAll
    static void disconnect() {
        orders.close();
        wire.close();
    }

    @Test
    void low_stock_is_published_once_each_time_it_falls_below_the_threshold() {
        String sku = stocked(10);
        watch(sku, 5);

        List<UUID> fall = IntStream.range(0, 8)
                .mapToObj(order -> orders.created(Map.of(sku, 1)))
                .toList();
        fall.forEach(order -> awaitStatus(order, "HELD"));
        awaitTold(sku, 4);

        orders.cancelled(fall.get(0));
        orders.confirmed(fall.get(1));
        awaitStatus(fall.get(0), "RELEASED");
        awaitStatus(fall.get(1), "COMMITTED");
        adjust(sku, "{\"kind\": \"RECEIVE\", \"quantity\": 2, \"reason\": \"Delivery\"}");
        adjust(sku, "{\"kind\": \"CORRECT\", \"quantity\": -1, \"reason\": \"Broken\"}");

        awaitTold(sku, 4, 4);
        var last = toldOf(sku).getLast();
        assertThat(last.headers())
                .containsEntry(EventHeaders.TYPE, EventType.STOCK_LOW.wireName())
                .containsEntry(EventHeaders.SUBJECT, sku);
        assertThat(JsonPath.from(last.payload()).getInt("lowAt")).isEqualTo(5);
    }

    @Test
    void low_stock_is_not_published_without_a_threshold_nor_by_a_change_of_it() {
        String unwatched = stocked(1);
        String changed = stocked(10);
        String last = stocked(1);
        watch(changed, 20);
        watch(changed, 0);
        watch(last, 1);

        List.of(unwatched, changed, last).forEach(sku -> awaitStatus(orders.created(Map.of(sku, 1)), "HELD"));

        awaitTold(last, 0);
        assertThat(toldOf(unwatched)).isEmpty();
        assertThat(toldOf(changed)).isEmpty();
        given().get("/api/stock/{sku}/threshold", changed)
                .then()
                .statusCode(200)
                .body("lowAt", equalTo(0));
    }

    private static void awaitTold(String sku, Integer... available) {
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(toldOf(sku))
                        .extracting(told -> JsonPath.from(told.payload()).getInt("available"))
                        .containsExactly(available));
    }

    private static List<KafkaTestClient.ConsumedRecord> toldOf(String sku) {
        return wire.consumed().stream().filter(told -> told.key().equals(sku)).toList();
    }

    private static void watch(String sku, int lowAt) {
        given().contentType("application/json")
                .body("{\"lowAt\": %d}".formatted(lowAt))
                .put("/api/stock/{sku}/threshold", sku)
                .then()
                .statusCode(200)
                .body("lowAt", equalTo(lowAt));
    }

    private static void adjust(String sku, String body) {
        given().header("Idempotency-Key", UUID.randomUUID())
                .contentType("application/json")
                .body(body)
                .post("/api/stock/{sku}/adjustments", sku)
                .then()
                .statusCode(201);
    }
}
