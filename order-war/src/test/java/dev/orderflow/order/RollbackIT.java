package dev.orderflow.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.events.Topics;
import dev.orderflow.localstack.launcher.TestEnvironment;
import dev.orderflow.messaging.harness.KafkaTestClient;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.microshed.testing.jupiter.MicroShedTest;

/**
 * In every use case that writes several rows, the database rejects the last one. No row may be stored; once the
 * database accepts it, all are.
 */
@MicroShedTest
class RollbackIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final OrderApiClient api =
            new OrderApiClient(TestEnvironment.server().baseUri());
    private KafkaTestClient wire;

    @BeforeEach
    void connect() {
        wire = new KafkaTestClient(TestEnvironment.backends().bootstrapServers(), Topics.ORDERS);
        OrderRows.execute("create sequence refusal");
        OrderRows.execute("""
                create function refuse() returns trigger language plpgsql as
                $$ begin perform nextval('refusal'); raise exception 'refused by the test' using errcode = '55P03'; end $$""");
    }

    @AfterEach
    void disconnect() {
        wire.close();
        OrderRows.execute("drop function refuse cascade");
        OrderRows.execute("drop sequence refusal");
    }

    @Test
    void placing_an_order() {
        String key = UUID.randomUUID().toString();
        refuse("idempotency_key", "new.customer_id = 'c-rollback'");
        assertThat(api.place(key, "c-rollback", "BOOK-001", 1).statusCode()).isEqualTo(503);
        assertThat(OrderRows.number("select count(*) from orders where customer_id = 'c-rollback'"))
                .isZero();
        assertThat(OrderRows.number("""
                select count(*) from order_history h where not exists (select 1 from orders o where o.id = h.order_id)""")).isZero();

        accept("idempotency_key");
        var placed = api.place(key, "c-rollback", "BOOK-001", 1);
        assertThat(placed.statusCode()).isEqualTo(201);
        assertThat(placed.headers().firstValue("Idempotent-Replayed")).isEmpty();
        UUID id = UUID.fromString(JsonPath.from(placed.body()).getString("id"));
        await().atMost(LIMIT).until(() -> wire.consumedOf(id).size() == 1);
        assertThat(wire.consumed())
                .filteredOn(event -> event.payload().contains("c-rollback"))
                .hasSize(1);
    }

    /** A deferred constraint fails at commit, after all statements have succeeded. */
    @Test
    void placing_an_order_that_is_refused_at_the_commit_stores_and_publishes_nothing() {
        String key = UUID.randomUUID().toString();
        OrderRows.execute("""
                create constraint trigger refuse after insert on orders deferrable initially deferred
                for each row when (new.customer_id = 'c-commit') execute function refuse()""");
        var failed = api.place(key, "c-commit", "BOOK-001", 1);
        assertThat(failed.statusCode()).isEqualTo(503);
        assertThat(failed.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(failed.body()).doesNotContain("refused by the test");
        assertThat(OrderRows.number("select count(*) from orders where customer_id = 'c-commit'"))
                .isZero();
        assertThat(OrderRows.number("select count(*) from idempotency_key where customer_id = 'c-commit'"))
                .isZero();

        accept("orders");
        UUID next = api.place("c-next");
        await().atMost(LIMIT).until(() -> !wire.consumedOf(next).isEmpty());
        assertThat(wire.consumed()).noneMatch(heard -> heard.payload().contains("c-commit"));
    }

    @Test
    void cancelling_an_order() {
        UUID id = api.place("c-1");
        refuse("outbox", "new.record_key = '%s'".formatted(id));
        assertThat(api.cancel(id).statusCode()).isEqualTo(503);
        assertUntouched(id);

        accept("outbox");
        assertThat(api.cancel(id).statusCode()).isEqualTo(202);
        assertDone(id, "CANCEL_REQUESTED");
    }

    @Test
    void advancing_an_order_which_is_tried_again_until_it_succeeds() {
        UUID id = api.place("c-1");
        refuse("outbox", "new.record_key = '%s'".formatted(id));
        UUID event = new OtherServices(wire).declined(id);
        await().atMost(LIMIT).until(() -> refusals() >= 2);
        assertUntouched(id);
        assertThat(OrderRows.number("select count(*) from inbox where event_id = ?", event))
                .isZero();

        accept("outbox");
        assertDone(id, "PAYMENT_FAILED");
        assertThat(OrderRows.number("select count(*) from inbox where event_id = ?", event))
                .isEqualTo(1);
    }

    @Test
    void expiring_orders_which_is_tried_again_at_the_next_scan() {
        UUID first = api.place("c-1");
        UUID second = api.place("c-1");
        refuse("outbox", "new.record_key = '%s'".formatted(second));
        OrderRows.execute("update orders set created_at = now() - interval '1 hour' where id in ('%s', '%s')"
                .formatted(first, second));
        await().atMost(LIMIT).until(() -> refusals() >= 2);
        assertUntouched(first);
        assertUntouched(second);

        accept("outbox");
        assertDone(first, "DEADLINE_PASSED");
        assertDone(second, "DEADLINE_PASSED");
    }

    @Test
    void changing_a_product() {
        String path = "/api/products/ROLLBACK-" + UUID.randomUUID();
        api.put(path, "{\"name\": \"Before\", \"unitPrice\": 1}");
        refuse("product", "new.name = 'After'");
        assertThat(api.put(path, "{\"name\": \"After\", \"unitPrice\": 2}").statusCode())
                .isEqualTo(503);
        assertThat(api.put(path + "x", "{\"name\": \"After\", \"unitPrice\": 2}")
                        .statusCode())
                .isEqualTo(503);
        assertThat(JsonPath.from(api.get(path).body()).getString("name")).isEqualTo("Before");
        assertThat(api.get(path + "x").statusCode()).isEqualTo(404);
    }

    /** Makes the table reject writes, after all earlier writes of the transaction. */
    private static void refuse(String table, String when) {
        OrderRows.execute(
                "create trigger refuse after insert or update on %s for each row when (%s) execute function refuse()"
                        .formatted(table, when));
    }

    private static void accept(String table) {
        OrderRows.execute("drop trigger refuse on " + table);
    }

    /** Counts with a sequence, because only sequences survive a rollback. */
    private static long refusals() {
        return OrderRows.number("select case when is_called then last_value else 0 end from refusal");
    }

    private void assertUntouched(UUID id) {
        assertThat(OrderRows.number(
                        "select count(*) from orders where id = ? and status = 'PENDING' and version = 0", id))
                .isEqualTo(1);
        assertThat(OrderRows.number("select count(*) from order_history where order_id = ?", id))
                .isEqualTo(1);
    }

    private void assertDone(UUID id, String cause) {
        await().atMost(LIMIT)
                .until(() -> OrderRows.number(
                                "select count(*) from order_history where order_id = ? and cause = ?", id, cause)
                        == 1);
        await().atMost(LIMIT).until(() -> wire.consumedOf(id).size() == 2);
    }
}
