package dev.orderflow.inventory;

import static dev.orderflow.inventory.InventoryApiClient.awaitStatus;
import static dev.orderflow.inventory.InventoryApiClient.stocked;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.chassis.harness.MarkedToken;
import dev.orderflow.events.EventType;
import dev.orderflow.events.Topics;
import dev.orderflow.localstack.Database;
import dev.orderflow.localstack.ServiceName;
import dev.orderflow.localstack.launcher.TestEnvironment;
import dev.orderflow.messaging.harness.KafkaTestClient;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.microshed.testing.jupiter.MicroShedTest;

/** No failure leaks the payment token to logs, responses or causes of dead letters. */
@MicroShedTest
class PaymentTokenIT {

    private static KafkaTestClient wire;

    private final UUID orderId = UUID.randomUUID();
    private final UUID eventId = UUID.randomUUID();
    private final MarkedToken token = new MarkedToken(
            TestEnvironment.backends().database(ServiceName.INVENTORY),
            TestEnvironment.backends().home().directory(),
            TestEnvironment.server(),
            SecondServer.get());

    @BeforeAll
    static void connect() {
        wire = new KafkaTestClient(TestEnvironment.backends().bootstrapServers());
    }

    @AfterAll
    static void disconnect() {
        wire.close();
    }

    @Test
    void an_order_whose_answer_the_database_refuses_is_parked_with_the_constraint_and_shown_without_the_token() {
        String sku = stocked(10);
        token.whileRefused(
                "outbox",
                "no_marked_answer",
                token.isNotIn("payload") + " or topic <> '" + Topics.INVENTORY + "'",
                () -> {
                    created(
                            "{\"orderId\":\"%s\",\"customerId\":\"c-1\",\"lines\":[{\"sku\":\"%s\",\"quantity\":1}],\"payment\":{\"amount\":2990,\"currency\":\"EUR\",\"token\":\"%s\"}}"
                                    .formatted(orderId, sku, token));
                    String shown = token.requireMaskedIn(
                            token.park(eventId), "SQLSTATE 23514", "constraint no_marked_answer", "table outbox");
                    assertThat(shown).contains("\\\"token\\\":\\\"***\\\"", sku);
                });
    }

    @Test
    void an_order_that_cannot_be_read_is_parked_without_being_quoted() {
        created("{\"orderId\":\"%1$s\",\"payment\":{\"amount\":\"%2$s\",\"currency\":\"EUR\",\"token\":\"%2$s\"}"
                .formatted(orderId, token));

        token.requireMaskedIn(token.awaitParked(eventId), "Not a " + EventType.ORDER_CREATED.wireName());
    }

    @Test
    void an_event_that_is_kept_for_another_version_is_in_no_log() {
        Database inventory = TestEnvironment.backends().database(ServiceName.INVENTORY);
        try (OrderTopic orders = new OrderTopic(TestEnvironment.backends().bootstrapServers())) {
            orders.send(eventId, "dev.orderflow.order.held.v1", orderId, "{\"token\": \"%s\"}".formatted(token));
            orders.cancelled(orderId);
        }
        awaitStatus(orderId, "RELEASED");

        assertThat(inventory.number("select count(*) from kept_event where not " + token.isNotIn("payload")))
                .isEqualTo(1);
        token.requireNowhere();
    }

    private void created(String json) {
        wire.send(EventType.ORDER_CREATED, eventId, orderId, json);
        wire.flush();
    }
}
