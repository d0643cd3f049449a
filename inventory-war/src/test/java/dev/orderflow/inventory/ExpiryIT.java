package dev.orderflow.inventory;

import static dev.orderflow.inventory.InventoryApiClient.LIMIT;
import static dev.orderflow.inventory.InventoryApiClient.assertLevel;
import static dev.orderflow.inventory.InventoryApiClient.assertStatus;
import static dev.orderflow.inventory.InventoryApiClient.awaitStatus;
import static dev.orderflow.inventory.InventoryApiClient.stocked;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.orderflow.events.EventType;
import dev.orderflow.localstack.ServiceName;
import dev.orderflow.localstack.launcher.TestEnvironment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.microshed.testing.jupiter.MicroShedTest;

@MicroShedTest
class ExpiryIT {

    private static OrderTopic orders;
    private static PublishedEvents answers;
    private static InventoryRows rows;

    @BeforeAll
    static void connect() {
        var backends = TestEnvironment.backends();
        orders = new OrderTopic(backends.bootstrapServers());
        answers = new PublishedEvents(backends.bootstrapServers());
        rows = new InventoryRows(backends.database(ServiceName.INVENTORY));
    }

    @AfterAll
    static void disconnect() {
        orders.close();
        answers.close();
    }

    /** Publishes that the order service has no unpublished events. */
    @BeforeEach
    void followTheOrders() {
        orders.published(Instant.now().plus(Duration.ofHours(1)));
    }

    @AfterEach
    void countersAddUp() {
        assertThat(rows.skusThatDoNotAddUp()).isZero();
    }

    @Test
    void an_expiry_gives_back_what_nobody_ended_and_tells_the_order_service() {
        String sku = stocked(10);
        UUID lost = orders.created(Map.of(sku, 4));
        UUID young = orders.created(Map.of(sku, 1));
        UUID sold = orders.created(Map.of(sku, 2));
        orders.confirmed(sold);
        awaitStatus(lost, "HELD");
        awaitStatus(young, "HELD");
        awaitStatus(sold, "COMMITTED");

        backdate("61 minutes", lost, sold);
        backdate("50 minutes", young);

        awaitStatus(lost, "EXPIRED");
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(types(lost))
                        .containsExactly(EventType.INVENTORY_RESERVED, EventType.RESERVATION_EXPIRED));
        assertStatus(young, "HELD");
        assertStatus(sold, "COMMITTED");
        assertLevel(sku, 8, 1);
        given().get("/api/stock/{sku}/movements?limit=1", sku)
                .then()
                .body("items[0].kind", equalTo("EXPIRED"))
                .body("items[0].reservedChange", equalTo(-4))
                .body("items[0].orderId", equalTo(lost.toString()));
    }

    @Test
    void an_expiry_is_final_even_if_the_order_is_confirmed_or_released_later() {
        String sku = stocked(10);
        UUID orderId = orders.created(Map.of(sku, 4));
        awaitStatus(orderId, "HELD");
        backdate("61 minutes", orderId);
        awaitStatus(orderId, "EXPIRED");

        rows.awaitHandled(orders.confirmed(orderId), orders.cancelled(orderId));
        UUID next = orders.created(Map.of(sku, 10));

        awaitStatus(next, "HELD");
        assertStatus(orderId, "EXPIRED");
        assertLevel(sku, 10, 10);
    }

    @Test
    void an_expiry_happens_once_however_many_replicas_look_for_it() {
        String sku = stocked(1_000);
        List<UUID> lost = IntStream.range(0, 450)
                .mapToObj(order -> orders.created(Map.of(sku, 2)))
                .toList();
        await().atMost(LIMIT).until(() -> answers.count(EventType.INVENTORY_RESERVED, lost) == lost.size());
        SecondServer.get();
        rows.execute("""
                update reservation set created_at = now() - interval '2 hours'
                where order_id in (select order_id from reservation_line where sku = '%s')""".formatted(sku));

        await().atMost(LIMIT).until(() -> answers.count(EventType.RESERVATION_EXPIRED, lost) == lost.size());
        assertThat(lost)
                .allSatisfy(orderId -> assertThat(types(orderId))
                        .containsExactly(EventType.INVENTORY_RESERVED, EventType.RESERVATION_EXPIRED));
        assertThat(rows.number("select count(*) from stock_movement where kind = 'EXPIRED' and sku = ?", sku))
                .isEqualTo(lost.size());
        assertLevel(sku, 1_000, 0);
    }

    private static List<EventType> types(UUID orderId) {
        return answers.to(orderId).stream().map(PublishedEvents.Answer::type).toList();
    }

    private static void backdate(String age, UUID... orderIds) {
        for (UUID orderId : orderIds) {
            rows.execute("update reservation set created_at = now() - interval '%s' where order_id = '%s'"
                    .formatted(age, orderId));
        }
    }
}
