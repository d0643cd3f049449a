package dev.orderflow.inventory;

import static dev.orderflow.inventory.InventoryApiClient.LIMIT;
import static dev.orderflow.inventory.InventoryApiClient.awaitStatus;
import static dev.orderflow.inventory.InventoryApiClient.stocked;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.orderflow.events.EventType;
import dev.orderflow.localstack.ServiceName;
import dev.orderflow.localstack.launcher.TestEnvironment;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.microshed.testing.jupiter.MicroShedTest;

/** Faults that affect all events until an operator fixes them. No event may be parked because of them. */
@MicroShedTest
class SystemicFaultIT {

    private static OrderTopic orders;
    private static PublishedEvents answers;
    private static InventoryRows rows;
    /** Either server may own the partition of an event. */
    private static List<URI> servers;

    @BeforeAll
    static void connect() {
        var backends = TestEnvironment.backends();
        orders = new OrderTopic(backends.bootstrapServers());
        answers = new PublishedEvents(backends.bootstrapServers());
        rows = new InventoryRows(backends.database(ServiceName.INVENTORY));
        servers = List.of(TestEnvironment.server().baseUri(), SecondServer.get().baseUri());
    }

    @AfterAll
    static void disconnect() {
        orders.close();
        answers.close();
    }

    /** Lasts much longer than the limit for a poison message while others succeed. */
    @Test
    void a_constraint_that_refuses_all_reservations_for_a_while_loses_no_order() {
        String sku = stocked(100);
        rows.execute(
                "alter table reservation add constraint bad_migration check (status not in ('HELD', 'COMMITTED')) not valid");
        List<UUID> placed;
        try {
            placed = Stream.generate(() -> orders.created(Map.of(sku, 1)))
                    .limit(40)
                    .toList();
            placed.forEach(orders::confirmed);
            orders.flush();
            await().during(Duration.ofSeconds(8)).atMost(LIMIT).until(() -> setAside() > 1 && parked(placed) == 0);
            given().get("/health/live").then().statusCode(200);
            given().get("/health/ready").then().statusCode(200);
        } finally {
            rows.execute("alter table reservation drop constraint bad_migration");
        }

        await().atMost(LIMIT).until(() -> answers.count(EventType.INVENTORY_RESERVED, placed) == 40);
        placed.forEach(order -> awaitStatus(order, "COMMITTED"));
        assertThat(parked(placed)).isZero();
        await().atMost(LIMIT).until(() -> setAside() == 0);
    }

    @Test
    void an_operator_sees_what_is_set_aside_and_has_it_parked() {
        String sku = stocked(1);
        UUID orderId = UUID.randomUUID();
        UUID eventId = UUID.randomUUID();
        rows.execute("alter table reservation add constraint one_order check (order_id <> '%s') not valid"
                .formatted(orderId));
        try {
            orders.created(eventId, orderId, Map.of(sku, 1));
            orders.flush();
            await().atMost(LIMIT).until(() -> setAside() == 1);
            URI holder = servers.stream()
                    .filter(server -> setAside(server) == 1)
                    .findFirst()
                    .orElseThrow();
            given().get(holder.resolve("/api/set-aside"))
                    .then()
                    .statusCode(200)
                    .body("items[0].eventId", equalTo(eventId.toString()))
                    .body("items[0].cause", containsString("one_order"));
            park(holder, UUID.randomUUID()).statusCode(404);
            park(holder, eventId).statusCode(204);
            await().atMost(LIMIT).until(() -> parked(List.of(orderId)) == 1);
        } finally {
            rows.execute("alter table reservation drop constraint one_order");
        }
        assertThat(rows.number(
                        "select count(*) from dead_letter_action join dead_letter on id = dead_letter_id"
                                + " where event_id = ? and operator = 'on-call'",
                        eventId))
                .isEqualTo(1);
        assertThat(setAside()).isZero();
    }

    private static ValidatableResponse park(URI server, UUID eventId) {
        return given().contentType("application/json")
                .header("Operator", "on-call")
                .post(server.resolve("/api/set-aside/" + eventId + "/park"))
                .then();
    }

    private static int setAside() {
        return servers.stream().mapToInt(SystemicFaultIT::setAside).sum();
    }

    private static int setAside(URI server) {
        return JsonPath.from(given().get(server.resolve("/api/set-aside")).asString())
                .getList("items")
                .size();
    }

    private static long parked(List<UUID> keys) {
        return keys.stream()
                .mapToLong(key -> rows.number("select count(*) from dead_letter where record_key = ?", key.toString()))
                .sum();
    }
}
