package dev.orderflow.order.cache;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.orderflow.chassis.redis.RedisConnections;
import dev.orderflow.localstack.launcher.TestEnvironment;
import dev.orderflow.order.RedisAssumption;
import dev.orderflow.order.application.OrderCache.Lookup.Hit;
import dev.orderflow.order.application.OrderCache.Lookup.Miss;
import dev.orderflow.order.application.OrderCache.Rendered;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.microshed.testing.jupiter.MicroShedTest;

/** The test accesses the entries of the server under test, as a delayed reader would. */
@MicroShedTest
class OrderEntriesIT {

    private static final String FORM = "v1";
    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final OrderEntries entries = new OrderEntries();

    @BeforeAll
    static void connect() {
        entries.redis = RedisConnections.open(TestEnvironment.backends().redisUrl(), 30_000, 8);
        entries.lifeOpenSeconds = 30;
        entries.lifeEndedSeconds = 600;
        entries.tombstoneSeconds = 300;
    }

    @AfterAll
    static void disconnect() {
        entries.redis.close();
    }

    @Test
    void what_a_slow_reader_read_before_a_change_is_refused_after_it() {
        RedisAssumption.check(() -> {
            UUID id = place();
            String old = look(id).asString();
            forget(id);
            cancel(id);

            assertThat(entries.offer(id, new Rendered(0, FORM, old), false)).isFalse();

            assertThat(entries.find(id, FORM)).isEqualTo(new Miss());
            Response next = look(id);
            assertThat(next.header("ETag")).isEqualTo("\"1.v1\"");
            assertThat(next.asString()).contains("CANCELLED");
            assertThat(entries.offer(id, new Rendered(0, FORM, old), false)).isFalse();
            assertThat(look(id).asString()).contains("CANCELLED");
        });
    }

    @Test
    void had_the_change_only_deleted_the_entry_the_old_order_would_be_back() {
        UUID id = place();
        String old = look(id).asString();
        forget(id);
        cancel(id);
        forget(id); // as if the change had only deleted the entry

        assertThat(entries.offer(id, new Rendered(0, FORM, old), false)).isTrue();

        Response stale = await().atMost(LIMIT)
                .until(() -> look(id), answer -> "orders; hit".equals(answer.header("Cache-Status")));
        assertThat(stale.header("ETag")).isEqualTo("\"0.v1\"");
        assertThat(stale.asString()).isEqualTo(old).contains("PENDING");
    }

    @Test
    void whatever_comes_in_whatever_sequence_nothing_older_is_found_than_is_known() {
        Random random = new Random(8);
        for (int run = 0; run < 100; run++) {
            UUID id = UUID.randomUUID();
            long newest = -1;
            for (int step = 0; step < 30; step++) {
                long version = random.nextInt(12);
                if (random.nextBoolean()) {
                    assertThat(entries.offer(id, new Rendered(version, FORM, "body " + version), random.nextBoolean()))
                            .isEqualTo(version >= newest);
                } else {
                    entries.invalidate(Map.of(id, version));
                }
                newest = Math.max(newest, version);
                if (entries.find(id, FORM) instanceof Hit hit) {
                    assertThat(hit).isEqualTo(new Hit(newest, "body " + newest));
                }
            }
        }
    }

    @Test
    void a_change_that_is_told_again_leaves_what_was_stored_since() {
        UUID id = UUID.randomUUID();
        entries.invalidate(Map.of(id, 1L));
        entries.offer(id, new Rendered(1, FORM, "body"), true);
        entries.invalidate(Map.of(id, 1L));
        assertThat(entries.find(id, FORM)).isEqualTo(new Hit(1, "body"));
    }

    /** Two releases share the entries during a rollout. */
    @Test
    void a_body_is_found_in_its_own_form_alone_and_a_change_voids_those_of_every_form() {
        UUID id = UUID.randomUUID();
        entries.offer(id, new Rendered(1, "v1", "old form"), false);
        assertThat(entries.find(id, "v2")).isEqualTo(new Miss());

        entries.offer(id, new Rendered(1, "v2", "new form"), false);
        assertThat(entries.find(id, "v1")).isEqualTo(new Hit(1, "old form"));
        assertThat(entries.find(id, "v2")).isEqualTo(new Hit(1, "new form"));

        entries.offer(id, new Rendered(2, "v1", "changed"), false);
        assertThat(entries.find(id, "v1")).isEqualTo(new Hit(2, "changed"));
        assertThat(entries.find(id, "v2")).isEqualTo(new Miss());

        entries.invalidate(Map.of(id, 3L));
        assertThat(entries.find(id, "v1")).isEqualTo(new Miss());
    }

    @Test
    void an_address_that_cannot_be_read_is_not_shown_with_its_password() {
        for (String url : new String[] {"redis://:my secret@localhost:1", "redis://:secret@localhost", "secret"}) {
            assertThatThrownBy(() -> RedisConnections.open(url, 50, 1))
                    .hasMessageContaining("REDIS_URL")
                    .hasNoCause()
                    .satisfies(failure -> assertThat(failure.toString()).doesNotContain("secret"));
        }
    }

    private static void forget(UUID id) {
        entries.redis.del("orderflow:order:" + id);
    }

    private static UUID place() {
        return UUID.fromString(given().contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("""
                        {"customerId": "c-42", "paymentToken": "tok_approve",
                         "lines": [{"sku": "BOOK-001", "quantity": 1}]}""")
                .post("/api/orders")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }

    private static Response look(UUID id) {
        return given().get("/api/orders/" + id);
    }

    private static void cancel(UUID id) {
        given().contentType("application/json")
                .post("/api/orders/" + id + "/cancel")
                .then()
                .statusCode(202);
    }
}
