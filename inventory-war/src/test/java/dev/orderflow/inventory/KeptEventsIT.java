package dev.orderflow.inventory;

import static dev.orderflow.inventory.InventoryApiClient.LIMIT;
import static dev.orderflow.inventory.InventoryApiClient.awaitStatus;
import static dev.orderflow.inventory.InventoryApiClient.stocked;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.events.EventType;
import dev.orderflow.events.Topics;
import dev.orderflow.localstack.ServiceName;
import dev.orderflow.localstack.launcher.TestEnvironment;
import dev.orderflow.localstack.server.LibertyServer;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.microshed.testing.jupiter.MicroShedTest;

/** The service keeps events of types that it does not know, and a later version handles them. */
@MicroShedTest
class KeptEventsIT {

    private static OrderTopic orders;
    private static InventoryRows rows;

    @BeforeAll
    static void connect() {
        var backends = TestEnvironment.backends();
        orders = new OrderTopic(backends.bootstrapServers());
        rows = new InventoryRows(backends.database(ServiceName.INVENTORY));
    }

    @AfterAll
    static void disconnect() {
        orders.close();
    }

    @Test
    void an_event_of_our_own_of_an_unknown_type_is_kept_and_one_of_others_is_not() {
        UUID orderId = UUID.randomUUID();
        orders.send(UUID.randomUUID(), "dev.orderflow.order.archived.v1", orderId, "{\"nul\": \"\0\"}");
        orders.send(UUID.randomUUID(), "com.example.order.archived.v1", orderId, "{}");
        orders.cancelled(orderId);

        awaitStatus(orderId, "RELEASED");

        assertThat(rows.number("""
                select count(*) from kept_event where type = 'dev.orderflow.order.archived.v1' and channel = 'orders'
                and headers::json ->> 'ce_type' = type and record_key = ?""", orderId.toString())).isEqualTo(1);
        assertThat(rows.number("select count(*) from kept_event where record_key = ?", orderId.toString()))
                .isEqualTo(1);
        assertThat(rows.number("select count(*) from dead_letter where record_key = ?", orderId.toString()))
                .isZero();
    }

    @Test
    void what_an_older_version_has_kept_is_handled_once_when_a_server_starts_that_knows_it() {
        String sku = stocked(10);
        UUID orderId = UUID.randomUUID();
        UUID eventId = UUID.randomUUID();
        UUID poison = UUID.randomUUID();
        LibertyServer server = TestEnvironment.server();
        ProcessHandle.of(server.pid()).orElseThrow().destroy();
        await("its end").atMost(LIMIT).until(() -> !server.isRunning());
        keep(UUID.randomUUID(), poison, "no JSON");
        for (int delivered = 0; delivered < 2; delivered++) {
            keep(eventId, orderId, """
                    {"orderId": "%s", "customerId": "c-1", "lines": [{"sku": "%s", "quantity": 3}],
                     "payment": {"amount": 2990, "currency": "EUR", "token": "tok_approve"}}""".formatted(orderId, sku));
        }

        server.start();

        awaitStatus(orderId, "HELD");
        await().atMost(LIMIT)
                .until(() -> rows.number(
                                "select count(*) from kept_event where type = ?", EventType.ORDER_CREATED.wireName())
                        == 0);
        assertThat(rows.number("select reserved from stock where sku = ?", sku)).isEqualTo(3);
        assertThat(rows.number("select count(*) from inbox where event_id = ?", eventId))
                .isEqualTo(1);
        assertThat(rows.number("select count(*) from dead_letter where record_key = ?", poison.toString()))
                .isEqualTo(1);
    }

    private static void keep(UUID eventId, UUID orderId, String payload) {
        String type = EventType.ORDER_CREATED.wireName();
        rows.execute("""
                insert into kept_event (channel, type, topic, kafka_partition, kafka_offset, record_key, payload, headers)
                values ('orders', '%1$s', '%2$s', 0, 0, '%3$s', '%4$s',
                        '{"ce_type": "%1$s", "ce_id": "%5$s", "ce_time": "2026-01-01T12:00:00Z"}')""".formatted(type, Topics.ORDERS, orderId, payload, eventId));
    }
}
