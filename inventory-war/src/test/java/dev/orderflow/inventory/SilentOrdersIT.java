package dev.orderflow.inventory;

import static dev.orderflow.inventory.InventoryApiClient.LIMIT;
import static dev.orderflow.inventory.InventoryApiClient.assertStatus;
import static dev.orderflow.inventory.InventoryApiClient.awaitStatus;
import static dev.orderflow.inventory.InventoryApiClient.stocked;
import static org.awaitility.Awaitility.await;

import dev.orderflow.localstack.ServiceName;
import dev.orderflow.localstack.launcher.TestEnvironment;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.microshed.testing.jupiter.MicroShedTest;

/** A reservation is overdue, and the order service has published nothing for as long. */
@MicroShedTest
class SilentOrdersIT {

    private static OrderTopic orders;
    private static InventoryRows rows;

    @BeforeAll
    static void connect() {
        orders = new OrderTopic(TestEnvironment.backends().bootstrapServers());
        rows = new InventoryRows(TestEnvironment.backends().database(ServiceName.INVENTORY));
    }

    @AfterAll
    static void disconnect() {
        orders.close();
    }

    @Test
    void silent_orders_release_nothing_until_all_that_was_committed_before_its_end_and_a_margin_is_handled() {
        rows.execute("delete from published_orders");
        UUID orderId = orders.created(Map.of(stocked(10), 4));
        awaitStatus(orderId, "HELD");
        rows.execute("update reservation set created_at = now() - interval '61 minutes' where order_id = '%s'"
                .formatted(orderId));
        Instant later = Instant.now().plus(Duration.ofMinutes(10));
        assertStaysHeld(orderId);

        IntStream.range(1, orders.partitions()).forEach(partition -> orders.published(partition, later));
        assertStaysHeld(orderId);
        orders.published(0, Instant.now());
        assertStaysHeld(orderId);

        orders.published(0, later);
        awaitStatus(orderId, "EXPIRED");
    }

    private static void assertStaysHeld(UUID orderId) {
        orders.flush();
        await().during(Duration.ofSeconds(2)).atMost(LIMIT).untilAsserted(() -> assertStatus(orderId, "HELD"));
    }
}
