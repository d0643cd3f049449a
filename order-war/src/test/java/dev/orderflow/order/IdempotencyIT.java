package dev.orderflow.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.chassis.harness.http.RawAnswer;
import dev.orderflow.chassis.harness.http.RawHttp;
import dev.orderflow.chassis.harness.http.RawRequest;
import dev.orderflow.localstack.ServiceName;
import dev.orderflow.localstack.launcher.TestEnvironment;
import dev.orderflow.messaging.harness.KafkaTestClient;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.microshed.testing.jupiter.MicroShedTest;

@MicroShedTest
class IdempotencyIT {

    private static final String REPLAYED = "Idempotent-Replayed";
    private static final Duration LIMIT = Duration.ofMinutes(1);

    private final OrderApiClient api =
            new OrderApiClient(TestEnvironment.server().baseUri());
    private String customer;
    private String key;

    @BeforeEach
    void name() {
        customer = "c-" + UUID.randomUUID();
        key = UUID.randomUUID().toString();
    }

    @Test
    void a_replay_is_answered_word_for_word_as_the_first_time_even_when_the_order_has_gone_on() {
        var first = api.place(key, customer, "BOOK-001", 1);
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(first.headers().firstValue(REPLAYED)).isEmpty();
        UUID id = UUID.fromString(JsonPath.from(first.body()).getString("id"));
        try (var wire = new KafkaTestClient(TestEnvironment.backends().bootstrapServers())) {
            new OtherServices(wire).paid(id);
            wire.flush();
        }
        await().atMost(LIMIT).until(() -> api.get("/api/orders/" + id).body().contains("CONFIRMED"));

        var replay = api.place(key, customer, "BOOK-001", 1);

        assertThat(replay.statusCode()).isEqualTo(201);
        assertThat(replay.headers().firstValue(REPLAYED)).contains("true");
        assertThat(replay.body()).isEqualTo(first.body());
        for (String header : new String[] {"Location", "ETag", "Content-Type"}) {
            assertThat(replay.headers().firstValue(header))
                    .as(header)
                    .isPresent()
                    .isEqualTo(first.headers().firstValue(header));
        }
        assertThat(orders()).isEqualTo(1);
    }

    /**
     * The previous version stored the response with the key. For a key without one, it responds that the client should
     * retry.
     */
    @Test
    void a_server_of_the_version_before_may_run_beside_this_one() {
        var first = api.place(key, customer, "BOOK-001", 2);
        assertThat(OrderRows.number("select status from idempotency_key where customer_id = ?", customer))
                .isEqualTo(503);
        OrderRows.execute("""
                update idempotency_key set status = 201, location = '/api/orders/' || order_id, entity_tag = '"0.v1"', body = '%s'
                where customer_id = '%s'""".formatted(first.body(), customer));
        var replay = api.place(key, customer, "BOOK-001", 2);
        assertThat(replay.statusCode()).isEqualTo(201);
        assertThat(replay.body()).isEqualTo(first.body());
        assertThat(replay.headers().firstValue(REPLAYED)).contains("true");
    }

    @Test
    void the_same_order_in_other_words_is_a_replay() {
        var first = api.place(key, """
                {"customerId": "%s", "paymentToken": "t", "lines": [{"sku": "BOOK-001", "quantity": 3}, {"sku": "MUG-001", "quantity": 1}]}""".formatted(customer));
        var again = api.place(key, """
                {"lines":[{"quantity":1,"sku":"MUG-001"},{"quantity":1,"sku":"BOOK-001"},{"quantity":2,"sku":"BOOK-001"}],
                 "paymentToken":"t","customerId":"%s","note":"unknown members are ignored"}""".formatted(customer));
        assertThat(again.headers().firstValue(REPLAYED)).contains("true");
        assertThat(again.body()).isEqualTo(first.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'customerId':'%s','paymentToken':'t','lines':[{'sku':'BOOK-001','quantity':2}]}",
                "{'customerId':'%s','paymentToken':'t','lines':[{'sku':'BOOK-002','quantity':1}]}",
                "{'customerId':'%s','paymentToken':'u','lines':[{'sku':'BOOK-001','quantity':1}]}"
            })
    void another_order_under_the_same_key_is_answered_422_and_not_stored(String other) {
        api.place(key, """
                {"customerId": "%s", "paymentToken": "t", "lines": [{"sku": "BOOK-001", "quantity": 1}]}""".formatted(customer));
        var refused = api.place(key, other.replace('\'', '"').formatted(customer));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("/problems/idempotency-key-reused");
        assertThat(orders()).isEqualTo(1);
    }

    @Test
    void keys_of_different_customers_have_nothing_to_do_with_each_other() {
        var mine = api.place(key, customer, "BOOK-001", 1);
        var theirs = api.place(key, customer + "x", "BOOK-001", 1);
        assertThat(theirs.statusCode()).isEqualTo(201);
        assertThat(theirs.headers().firstValue(REPLAYED)).isEmpty();
        assertThat(theirs.body()).isNotEqualTo(mine.body());
    }

    @Test
    void a_key_in_quotation_marks_or_between_blanks_is_the_same_key() throws IOException {
        assertThat(placed("Idempotency-Key: " + key).status()).isEqualTo(201);
        for (String sent : new String[] {"\"%s\"", "%s \t", "\t \"%s\" "}) {
            RawAnswer replay = placed("Idempotency-Key: " + sent.formatted(key));
            assertThat(replay.status()).as(sent + replay).isEqualTo(201);
            assertThat(replay.header(REPLAYED)).isEqualTo("true");
        }
        RawAnswer twice = placed("Idempotency-Key: " + key, "Idempotency-Key: \"" + key + "\"");
        assertThat(twice.header(REPLAYED)).isEqualTo("true");
        assertThat(orders()).isEqualTo(1);
    }

    @Test
    void two_keys_are_answered_400_and_the_header_is_named() throws IOException {
        RawAnswer refused = placed("Idempotency-Key: " + key, "Idempotency-Key: x" + key);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(JsonPath.from(refused.text()).getList("errors.field")).containsExactly("Idempotency-Key");
        assertThat(orders()).isZero();
    }

    private RawAnswer placed(String... fields) throws IOException {
        List<String> all = new ArrayList<>(List.of(fields));
        all.add("Content-Type: application/json");
        String body = """
                {"customerId": "%s", "paymentToken": "t", "lines": [{"sku": "BOOK-001", "quantity": 1}]}""".formatted(customer);
        try (var http = new RawHttp(TestEnvironment.server().baseUri())) {
            return http.send(new RawRequest("POST", "/api/orders", all, body, false));
        }
    }

    @Test
    void a_missing_key_is_answered_400_and_says_what_to_send() {
        var refused = api.post("/api/orders", """
                {"customerId": "%s", "paymentToken": "t", "lines": [{"sku": "BOOK-001", "quantity": 1}]}""".formatted(customer));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("Idempotency-Key is required");
        assertThat(orders()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "t\tab", "0123456789"})
    void a_malformed_key_is_answered_400(String malformed) {
        String sent = malformed.startsWith("0123456789") ? malformed.repeat(13) : malformed;
        var refused = api.place(sent, customer, "BOOK-001", 1);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("1 to 128 visible ASCII characters");
        assertThat(orders()).isZero();
    }

    @Test
    void a_key_that_another_request_is_using_is_answered_409_and_when_to_come_again() throws SQLException {
        try (var connection =
                        TestEnvironment.backends().database(ServiceName.ORDER).connect();
                var lock = connection.prepareStatement("select pg_advisory_xact_lock(hashtextextended(?, 0))")) {
            connection.setAutoCommit(false);
            lock.setString(1, customer + " " + key);
            lock.execute();
            var refused = api.place(key, customer, "BOOK-001", 1);
            assertThat(refused.statusCode()).isEqualTo(409);
            assertThat(refused.headers().firstValue("Retry-After")).contains("1");
            assertThat(refused.body()).contains("/problems/request-in-flight");
            connection.rollback();
        }
        assertThat(orders()).isZero();
        assertThat(api.place(key, customer, "BOOK-001", 1).statusCode()).isEqualTo(201);
    }

    @Test
    void a_refused_order_uses_up_no_key() {
        String sku = "LATER-" + UUID.randomUUID();
        assertThat(api.place(key, customer, sku, 1).statusCode()).isEqualTo(422);
        assertThat(keys()).isZero();
        api.put("/api/products/" + sku, "{\"name\": \"Later\", \"unitPrice\": 1}");
        var placed = api.place(key, customer, sku, 1);
        assertThat(placed.statusCode()).isEqualTo(201);
        assertThat(placed.headers().firstValue(REPLAYED)).isEmpty();
    }

    @Test
    void keys_older_than_a_day_are_forgotten_in_bounded_batches_and_younger_ones_are_not() {
        UUID old = api.place(customer);
        UUID young = api.place(customer);
        OrderRows.execute("create table purged (tx xid8)");
        OrderRows.execute("""
                create function remember_purge() returns trigger language plpgsql as
                $$ begin insert into purged values (pg_current_xact_id()); return old; end $$""");
        OrderRows.execute(
                "create trigger remember_purge before delete on idempotency_key for each row execute function remember_purge()");
        try {
            OrderRows.execute("""
                    insert into idempotency_key
                    select customer_id, 'old-' || n, fingerprint, order_id, status, location, entity_tag, body,
                           now() - interval '24 hours 1 second'
                    from idempotency_key, generate_series(1, 2500) n where order_id = '%s'""".formatted(old));
            OrderRows.execute("""
                    update idempotency_key set created_at = now() - interval '23 hours 50 minutes'
                    where order_id = '%s'""".formatted(young));
            await().atMost(LIMIT)
                    .until(() -> OrderRows.number("select count(*) from idempotency_key where key like 'old-%'") == 0);
            assertThat(keys()).isEqualTo(2);
            assertThat(OrderRows.number("select max(n) from (select count(*) n from purged group by tx)"))
                    .isEqualTo(1000);
        } finally {
            OrderRows.execute("drop trigger remember_purge on idempotency_key");
            OrderRows.execute("drop function remember_purge");
            OrderRows.execute("drop table purged");
        }
    }

    private long orders() {
        return OrderRows.number("select count(*) from orders where customer_id = ?", customer);
    }

    private long keys() {
        return OrderRows.number("select count(*) from idempotency_key where customer_id = ?", customer);
    }
}
