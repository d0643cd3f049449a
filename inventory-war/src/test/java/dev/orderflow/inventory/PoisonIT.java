package dev.orderflow.inventory;

import static dev.orderflow.inventory.InventoryApiClient.LIMIT;
import static dev.orderflow.inventory.InventoryApiClient.awaitStatus;
import static dev.orderflow.inventory.InventoryApiClient.stocked;
import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.events.EventType;
import dev.orderflow.events.Topics;
import dev.orderflow.localstack.ServiceName;
import dev.orderflow.localstack.launcher.TestEnvironment;
import dev.orderflow.messaging.harness.KafkaTestClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.microshed.testing.jupiter.MicroShedTest;

/** Poison messages among other events. */
@MicroShedTest
class PoisonIT {

    private static final String DEAD_LETTERS = Topics.deadLetter(Topics.ORDERS, "inventory");

    private static String kafka;
    private static OrderTopic orders;
    private static PublishedEvents answers;
    private static InventoryRows rows;

    @BeforeAll
    static void connect() {
        var backends = TestEnvironment.backends();
        kafka = backends.bootstrapServers();
        orders = new OrderTopic(kafka);
        answers = new PublishedEvents(kafka);
        rows = new InventoryRows(backends.database(ServiceName.INVENTORY));
    }

    @AfterAll
    static void disconnect() {
        orders.close();
        answers.close();
    }

    /** Covers events of the same key and of other keys in every partition. */
    @Test
    void poison_holds_up_nobody_behind_it() {
        String sku = stocked(1_000);
        List<UUID> good = new ArrayList<>();
        List<UUID> poisoned = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            UUID orderId = orders.created(Map.of(sku, 1));
            poison(orderId);
            orders.confirmed(orderId);
            poisoned.add(orderId);
            good.add(orders.created(Map.of(sku, 1)));
        }
        orders.flush();

        await().atMost(LIMIT).until(() -> answers.count(EventType.INVENTORY_RESERVED, good) == 50);
        poisoned.forEach(orderId -> awaitStatus(orderId, "COMMITTED"));
        assertThat(poisoned).allSatisfy(orderId -> assertThat(parked(orderId)).isEqualTo(1));
        assertThat(good).allSatisfy(orderId -> assertThat(parked(orderId)).isZero());
        assertThat(rows.number("select on_hand from stock where sku = ?", sku)).isEqualTo(950);
    }

    @Test
    void an_event_that_fails_while_others_of_its_type_succeed_is_parked_and_its_successors_are_handled() {
        String sku = stocked(100_000);
        UUID orderId = UUID.randomUUID();
        List<UUID> good = new ArrayList<>();
        rows.execute("""
                create function refuse_order() returns trigger language plpgsql as $$ begin
                    if new.order_id = '%s' then raise exception 'a bug of ours'; end if;
                    return new;
                end $$;
                create trigger refuse_order before insert on reservation_line for each row execute function refuse_order()""".formatted(orderId));
        try {
            orders.created(UUID.randomUUID(), orderId, Map.of(sku, 1));
            orders.cancelled(orderId);
            await().atMost(LIMIT).until(() -> {
                good.add(orders.created(Map.of(sku, 1)));
                orders.flush();
                return parked(orderId) == 1;
            });
        } finally {
            rows.execute("drop trigger refuse_order on reservation_line; drop function refuse_order");
        }

        assertThat(rows.number(
                        "select attempts from dead_letter where cause = 'PSQLException: SQLSTATE P0001' and record_key = ?",
                        orderId.toString()))
                .isGreaterThan(1);
        awaitStatus(orderId, "RELEASED");
        await().atMost(LIMIT).until(() -> answers.count(EventType.INVENTORY_RESERVED, good) == good.size());
    }

    @Test
    void a_dead_letter_topic_that_is_gone_loses_nothing_and_holds_up_nobody() throws Exception {
        String sku = stocked(100);
        List<UUID> poisoned = new ArrayList<>();
        try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", kafka))) {
            awaitAllPublished();
            admin.deleteTopics(List.of(DEAD_LETTERS)).all().get(1, MINUTES);
            try {
                List<UUID> good = new ArrayList<>();
                for (int i = 0; i < 20; i++) {
                    UUID orderId = UUID.randomUUID();
                    poison(orderId);
                    poisoned.add(orderId);
                    good.add(orders.created(Map.of(sku, 1)));
                }
                orders.flush();

                await().atMost(LIMIT).until(() -> answers.count(EventType.INVENTORY_RESERVED, good) == 20);
                await().atMost(LIMIT).until(() -> poisoned.stream().allMatch(orderId -> parked(orderId) == 1));
                await().atMost(LIMIT)
                        .until(() -> rows.number("select count(*) from outbox where topic <> ?", DEAD_LETTERS) == 0);
                assertThat(rows.number("select count(*) from outbox where topic = ?", DEAD_LETTERS))
                        .isEqualTo(20);
            } finally {
                admin.createTopics(List.of(new NewTopic(DEAD_LETTERS, 1, (short) 1)))
                        .all()
                        .get(1, MINUTES);
            }
        }
        try (KafkaTestClient copies = new KafkaTestClient(kafka, DEAD_LETTERS)) {
            await().atMost(LIMIT)
                    .until(() -> poisoned.stream()
                            .allMatch(orderId -> !copies.consumedOf(orderId).isEmpty()));
        }
        awaitAllPublished();
    }

    private static void awaitAllPublished() {
        await().atMost(LIMIT).until(() -> rows.number("select count(*) from outbox") == 0);
    }

    private static void poison(UUID orderId) {
        orders.send(UUID.randomUUID(), EventType.ORDER_CREATED.wireName(), orderId, "poison");
    }

    private static long parked(UUID orderId) {
        return rows.number("select count(*) from dead_letter where record_key = ?", orderId.toString());
    }
}
