package dev.orderflow.inventory;

import static dev.orderflow.inventory.InventoryApiClient.assertLevel;
import static dev.orderflow.inventory.InventoryApiClient.awaitStatus;
import static dev.orderflow.inventory.InventoryApiClient.stocked;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.localstack.launcher.TestEnvironment;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.microshed.testing.jupiter.MicroShedTest;

/** Orders expire during an outage of Kafka. */
@MicroShedTest
class OverdueOrdersIT {

    private static OrderTopic orders;
    private static PublishedEvents answers;

    @BeforeAll
    static void connect() {
        var backends = TestEnvironment.backends();
        orders = new OrderTopic(backends.bootstrapServers());
        answers = new PublishedEvents(backends.bootstrapServers());
    }

    @AfterAll
    static void disconnect() {
        orders.close();
        answers.close();
    }

    @Test
    void overdue_orders_take_nothing_from_those_that_are_alive() {
        String sku = stocked(1);
        UUID overdue = orders.created(Map.of(sku, 1), Instant.now().minus(Duration.ofMinutes(2)));
        UUID alive = orders.created(Map.of(sku, 1), Instant.now().plus(Duration.ofMinutes(10)));
        orders.cancelled(overdue);

        awaitStatus(alive, "HELD");
        awaitStatus(overdue, "RELEASED");
        assertLevel(sku, 1, 1);
        assertThat(answers.to(overdue)).isEmpty();
    }

    @Test
    void overdue_orders_are_reserved_for_while_the_clocks_may_differ() {
        String sku = stocked(1);
        UUID justOver = orders.created(Map.of(sku, 1), Instant.now().minus(Duration.ofSeconds(1)));

        awaitStatus(justOver, "HELD");
    }
}
