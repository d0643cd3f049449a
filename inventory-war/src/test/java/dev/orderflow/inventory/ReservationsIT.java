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
import static org.hamcrest.Matchers.hasSize;

import dev.orderflow.events.EventHeaders;
import dev.orderflow.events.EventType;
import dev.orderflow.localstack.ServiceName;
import dev.orderflow.localstack.launcher.TestEnvironment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.microshed.testing.jupiter.MicroShedTest;

@MicroShedTest
class ReservationsIT {

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

    @AfterEach
    void countersAddUp() {
        assertThat(rows.skusThatDoNotAddUp()).isZero();
    }

    @Test
    void inventory_reserves_what_is_there_and_passes_the_payment_on() {
        String sku = stocked(10);

        UUID orderId = orders.created(Map.of(sku, 3));

        var answer = onlyAnswerTo(orderId);
        assertThat(answer.type()).isEqualTo(EventType.INVENTORY_RESERVED);
        assertThat(answer.body().getInt("payment.amount")).isEqualTo(2990);
        assertThat(answer.body().getString("payment.token")).isEqualTo("tok_approve");
        assertThat(answer.headers())
                .containsEntry(EventHeaders.CORRELATION_ID, orderId.toString())
                .containsKey(EventHeaders.CAUSATION_ID);
        assertLevel(sku, 10, 3);
        given().get("/api/reservations/{orderId}", orderId)
                .then()
                .statusCode(200)
                .body("orderId", equalTo(orderId.toString()))
                .body("status", equalTo("HELD"))
                .body("lines", hasSize(1))
                .body("lines[0].sku", equalTo(sku))
                .body("lines[0].quantity", equalTo(3));
    }

    @Test
    void inventory_reserves_nothing_if_one_line_falls_short_and_says_which() {
        String plenty = stocked(10);
        String scarce = stocked(1);

        UUID orderId = orders.created(Map.of(plenty, 2, scarce, 2, "NO-SUCH-SKU", 1));

        var answer = onlyAnswerTo(orderId);
        assertThat(answer.type()).isEqualTo(EventType.INVENTORY_REJECTED);
        assertThat(answer.body().getString("reason"))
                .contains(scarce + " (wanted 2, available 1)", "NO-SUCH-SKU (wanted 1, available 0)")
                .doesNotContain(plenty);
        assertLevel(plenty, 10, 0);
        assertStatus(orderId, "RELEASED");
    }

    @Test
    void inventory_sells_the_last_units_of_many_orders_exactly_once() {
        String scarce = stocked(100);
        List<UUID> wantScarce = new ArrayList<>();
        List<UUID> wantOther = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            wantScarce.add(orders.created(i % 2 == 0 ? Map.of(scarce, 1) : Map.of(scarce, 1, "BOOK-001", 1)));
            wantOther.add(orders.created(Map.of("BOOK-001", 1, "PEN-001", 2)));
        }

        await().atMost(LIMIT).untilAsserted(() -> {
            assertThat(answers.count(EventType.INVENTORY_RESERVED, wantScarce)).isEqualTo(100);
            assertThat(answers.count(EventType.INVENTORY_REJECTED, wantScarce)).isEqualTo(50);
            assertThat(answers.count(EventType.INVENTORY_RESERVED, wantOther)).isEqualTo(150);
        });
        assertLevel(scarce, 100, 100);
    }

    @Test
    void inventory_commits_and_enters_the_sale_in_the_ledger() {
        String sku = stocked(10);
        UUID orderId = orders.created(Map.of(sku, 4));
        orders.confirmed(orderId);

        awaitStatus(orderId, "COMMITTED");

        assertLevel(sku, 6, 0);
        given().get("/api/stock/{sku}/movements", sku)
                .then()
                .statusCode(200)
                .body("items", hasSize(3))
                .body("items[0].kind", equalTo("SOLD"))
                .body("items[0].quantity", equalTo(-4))
                .body("items[0].reservedChange", equalTo(-4))
                .body("items[0].onHand", equalTo(6))
                .body("items[0].orderId", equalTo(orderId.toString()))
                .body("items[1].kind", equalTo("RESERVED"))
                .body("items[1].quantity", equalTo(0))
                .body("items[1].reservedChange", equalTo(4))
                .body("items[1].orderId", equalTo(orderId.toString()))
                .body("items[2].kind", equalTo("RECEIVED"));
    }

    @Test
    void inventory_releases_what_a_rejected_or_a_cancelled_order_held() {
        String sku = stocked(10);
        UUID rejected = orders.created(Map.of(sku, 4));
        UUID cancelled = orders.created(Map.of(sku, 5));
        orders.rejected(rejected);
        orders.cancelled(cancelled);

        awaitStatus(rejected, "RELEASED");
        awaitStatus(cancelled, "RELEASED");

        assertLevel(sku, 10, 0);
        assertThat(onlyAnswerTo(rejected).type()).isEqualTo(EventType.INVENTORY_RESERVED);
    }

    @Test
    void inventory_holds_nothing_for_an_order_that_was_cancelled_before() {
        String sku = stocked(10);
        UUID orderId = UUID.randomUUID();
        orders.cancelled(orderId);
        awaitStatus(orderId, "RELEASED");

        UUID late = UUID.randomUUID();
        orders.created(late, orderId, Map.of(sku, 4));
        UUID next = orders.created(Map.of(sku, 1));

        rows.awaitHandled(late);
        onlyAnswerTo(next);
        await().atMost(LIMIT).until(() -> rows.number("select count(*) from outbox") == 0);
        assertStatus(orderId, "RELEASED");
        assertLevel(sku, 10, 1);
        assertThat(answers.to(orderId)).isEmpty();
    }

    @Test
    void inventory_handles_an_event_once_however_often_it_comes() {
        String sku = stocked(10);
        UUID eventId = UUID.randomUUID();
        UUID orderId = UUID.randomUUID();
        orders.created(eventId, orderId, Map.of(sku, 4));
        orders.created(eventId, orderId, Map.of(sku, 4));
        onlyAnswerTo(orderId);
        orders.created(eventId, orderId, Map.of(sku, 4));
        orders.confirmed(orderId);

        awaitStatus(orderId, "COMMITTED");

        assertLevel(sku, 6, 0);
        assertThat(answers.to(orderId)).hasSize(1);
    }

    @Test
    void inventory_parks_what_it_cannot_read_and_goes_on() {
        String sku = stocked(10);
        UUID orderId = UUID.randomUUID();
        String type = EventType.ORDER_CREATED.wireName();
        orders.created(UUID.randomUUID(), orderId, Map.of(sku, 2));
        orders.send(UUID.randomUUID(), type, orderId, "this is not JSON");
        orders.send(UUID.randomUUID(), type, orderId, "{\"orderId\":\"" + orderId + "\"}");
        orders.send(UUID.randomUUID(), "dev.orderflow.order.created.v9", orderId, "{}");
        orders.sendWithoutHeaders(orderId, "{}");
        orders.sendWithoutHeaders(orderId, null);
        orders.confirmed(orderId);

        awaitStatus(orderId, "COMMITTED");

        String parked = "select count(*) from dead_letter where channel = 'orders' and record_key = ?";
        assertThat(rows.number(parked, orderId.toString())).isEqualTo(5);
        assertLevel(sku, 8, 0);
    }

    @Test
    void inventory_passes_over_events_that_it_does_not_know() {
        UUID orderId = UUID.randomUUID();
        orders.send(UUID.randomUUID(), "com.example.order.archived.v1", orderId, "{}");
        orders.cancelled(orderId);

        awaitStatus(orderId, "RELEASED");

        String parked = "select count(*) from dead_letter where record_key = ?";
        assertThat(rows.number(parked, orderId.toString())).isZero();
    }

    @Test
    void inventory_knows_nothing_of_an_order_that_never_came() {
        given().get("/api/reservations/{orderId}", UUID.randomUUID())
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/unknown-order"));
        given().get("/api/reservations/not-a-uuid").then().statusCode(404).contentType("application/problem+json");
    }

    private static PublishedEvents.Answer onlyAnswerTo(UUID orderId) {
        await().atMost(LIMIT).until(() -> !answers.to(orderId).isEmpty());
        assertThat(answers.to(orderId)).hasSize(1);
        return answers.to(orderId).getFirst();
    }
}
