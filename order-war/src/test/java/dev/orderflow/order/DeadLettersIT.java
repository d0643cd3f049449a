package dev.orderflow.order;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.orderflow.events.EventHeaders;
import dev.orderflow.events.EventType;
import dev.orderflow.events.Topics;
import dev.orderflow.localstack.launcher.TestEnvironment;
import dev.orderflow.messaging.harness.KafkaTestClient;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.microshed.testing.jupiter.MicroShedTest;

/** An operator redrives payment events after the order was lost and restored. */
@MicroShedTest
class DeadLettersIT {

    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final String PAID = EventType.PAYMENT_COMPLETED.wireName();
    private static final String CONFIRMED = EventType.ORDER_CONFIRMED.wireName();

    private static KafkaTestClient wire;

    private final UUID orderId = UUID.randomUUID();
    private final UUID eventId = UUID.randomUUID();

    @BeforeAll
    static void connect() {
        wire = new KafkaTestClient(TestEnvironment.backends().bootstrapServers(), Topics.ORDERS);
    }

    @AfterAll
    static void disconnect() {
        wire.close();
    }

    @Test
    void a_letter_tells_what_it_carries_where_it_came_from_and_why_it_is_here() {
        UUID letter = parkedBecauseTheOrderIsLost();

        get(letter)
                .header("ETag", "\"0.v1.1\"")
                .body("eventId", equalTo(eventId.toString()))
                .body("type", equalTo(PAID))
                .body("channel", equalTo("payments"))
                .body("topic", equalTo(Topics.PAYMENTS))
                .body("key", equalTo(orderId.toString()))
                .body("cause", equalTo("There is no order " + orderId))
                .body("attempts", equalTo(1))
                .body("status", equalTo("PARKED"))
                .body("redrives", equalTo(0))
                .body("payload", containsString("\"amount\": 2990"))
                .body("headers", hasEntry(EventHeaders.ID, eventId.toString()))
                .body("history.action", contains("PARK"))
                .body("history[0].detail", equalTo("There is no order " + orderId));
    }

    @Test
    void a_redrive_has_the_effect_that_was_missed_once_and_tells_of_it() {
        UUID letter = parkedBecauseTheOrderIsLost();
        bringTheOrderBack();

        redrive(letter)
                .body("id", equalTo(letter.toString()))
                .body("dryRun", equalTo(false))
                .body("outcome", equalTo("HANDLED"))
                .body("cause", nullValue())
                .body("events.type", contains(CONFIRMED))
                .body("events.key", contains(orderId.toString()))
                .body("changes.table", contains("order_history", "orders"))
                .body("changes.inserted", contains(1, 0))
                .body("changes.updated", contains(0, 1));

        assertThat(orderStatus()).isEqualTo("CONFIRMED");
        await().atMost(LIMIT).until(() -> !wire.consumedOf(orderId).isEmpty());
        assertThat(wire.consumedOf(orderId))
                .singleElement()
                .satisfies(event ->
                        assertThat(event.headers()).containsEntry(EventHeaders.CAUSATION_ID, eventId.toString()));
        get(letter)
                .body("status", equalTo("REDRIVEN"))
                .body("redrives", equalTo(1))
                .body("history.action", contains("PARK", "REDRIVE"))
                .body("history.outcome", contains("PARKED", "HANDLED"))
                .body("history.operator", contains(null, "on-call"));
        post(letter + "/redrive").then().statusCode(409).body("type", equalTo("/problems/dead-letter-closed"));
    }

    @Test
    void a_dry_run_tells_what_would_happen_and_nothing_does() {
        UUID letter = parkedBecauseTheOrderIsLost();
        bringTheOrderBack();
        long steps = steps();

        post(letter + "/redrive?dryRun=true")
                .then()
                .statusCode(200)
                .body("dryRun", equalTo(true))
                .body("outcome", equalTo("HANDLED"))
                .body("events.type", contains(CONFIRMED))
                .body("changes.table", contains("order_history", "orders"));

        assertThat(orderStatus()).isEqualTo("PENDING");
        assertThat(steps()).isEqualTo(steps);
        assertThat(OrderRows.number("select count(*) from outbox where record_key = '%s'".formatted(orderId)))
                .isZero();
        get(letter)
                .body("status", equalTo("PARKED"))
                .body("redrives", equalTo(0))
                .body("history.action", contains("PARK", "DRY_RUN"))
                .body("history.outcome", contains("PARKED", "HANDLED"));
        redrive(letter).body("outcome", equalTo("HANDLED"));
        await().atMost(LIMIT).until(() -> wire.consumedOf(orderId).size() == 1);
    }

    @Test
    void an_event_that_cannot_be_sent_is_sent_again_once_it_is_mended_and_its_successor_follows_it() {
        UUID successor = UUID.randomUUID();
        OrderRows.execute("""
                insert into outbox (id, topic, record_key, payload, headers) values
                ('%1$s', '%3$s', '%4$s', '{"n": 1}', 'no json'),
                ('%2$s', '%3$s', '%4$s', '{"n": 2}', '{"ce_id": "%2$s"}')""".formatted(eventId, successor, Topics.ORDERS, orderId));
        UUID letter = letterOf(eventId);
        given().get("/api/dead-letters?channel=outbox")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(letter.toString()));
        get(letter)
                .body("topic", equalTo(Topics.ORDERS))
                .body("key", equalTo(orderId.toString()))
                .body("cause", equalTo("The headers are no JSON object of strings"))
                .body("headers", nullValue());
        redrive(letter).body("outcome", equalTo("FAILED"));

        OrderRows.execute("""
                update dead_letter set headers = '{"ce_id": "%s", "ce_type": "%s"}' where id = '%s'""".formatted(eventId, CONFIRMED, letter));
        post(letter + "/redrive?dryRun=true").then().statusCode(200).body("events.type", contains(CONFIRMED));
        assertThat(wire.consumedOf(orderId)).isEmpty();
        redrive(letter).body("outcome", equalTo("HANDLED"));

        await().atMost(LIMIT).until(() -> wire.consumedOf(orderId).size() == 2);
        assertThat(wire.consumedOf(orderId))
                .extracting(KafkaTestClient.ConsumedRecord::id)
                .containsExactly(eventId, successor);
        get(letter).body("status", equalTo("REDRIVEN"));
    }

    @Test
    void a_redrive_that_changes_nothing_is_told_apart() {
        UUID letter = parkedBecauseTheOrderIsLost();
        UUID again = UUID.randomUUID();
        new OtherServices(wire).paid(orderId, again);
        UUID second = letterOf(again);
        bringTheOrderBack();
        redrive(letter).body("outcome", equalTo("HANDLED"));

        post(second + "/redrive?dryRun=true").then().statusCode(200).body("outcome", equalTo("NO_EFFECT"));
        redriveAll("{\"ids\": [\"%s\"]}".formatted(second))
                .body("handled", equalTo(0))
                .body("noEffect", equalTo(1))
                .body("items.outcome", contains("NO_EFFECT"))
                .body("items[0].events", empty())
                .body("items[0].changes.table", contains("order_history"));
        get(second)
                .body("status", equalTo("REDRIVEN"))
                .body("history.outcome", contains("PARKED", "NO_EFFECT", "NO_EFFECT"));
    }

    @Test
    void a_dry_run_that_fails_tells_why() {
        UUID letter = parkedBecauseTheOrderIsLost();

        post(letter + "/redrive?dryRun=true")
                .then()
                .statusCode(200)
                .body("dryRun", equalTo(true))
                .body("outcome", equalTo("FAILED"))
                .body("cause", equalTo("There is no order " + orderId))
                .body("events", empty());

        get(letter).body("redrives", equalTo(0)).body("history.outcome", contains("PARKED", "FAILED"));
    }

    @Test
    void a_redrive_that_fails_again_keeps_the_letter_with_the_new_cause_and_can_be_repeated() {
        UUID letter = parkedBecauseTheOrderIsLost();
        bringTheOrderBack();
        OrderRows.execute("alter table orders add constraint not_mended check (id <> '%s' or status = 'PENDING')"
                .formatted(orderId));
        try {
            redrive(letter).body("outcome", equalTo("FAILED")).body("cause", containsString("not_mended"));
        } finally {
            OrderRows.execute("alter table orders drop constraint not_mended");
        }

        assertThat(orderStatus()).isEqualTo("PENDING");
        get(letter)
                .body("status", equalTo("PARKED"))
                .body("redrives", equalTo(1))
                .body("cause", containsString("not_mended"))
                .body("history.outcome", contains("PARKED", "FAILED"))
                .body("history[1].detail", containsString("not_mended"));
        redrive(letter).body("outcome", equalTo("HANDLED"));
        get(letter).body("redrives", equalTo(2)).body("history.outcome", contains("PARKED", "FAILED", "HANDLED"));
    }

    @Test
    void of_sixteen_operators_at_once_one_has_the_effect_and_the_others_are_told_so() throws Exception {
        UUID letter = parkedBecauseTheOrderIsLost();
        bringTheOrderBack();

        List<Integer> answers = new ArrayList<>();
        try (var operators = Executors.newFixedThreadPool(16)) {
            List<Future<Integer>> running = Stream.generate(() ->
                            operators.submit(() -> post(letter + "/redrive").statusCode()))
                    .limit(16)
                    .toList();
            for (Future<Integer> one : running) {
                answers.add(one.get(60, SECONDS));
            }
        }

        assertThat(answers).containsOnlyOnce(200);
        assertThat(answers).containsOnly(200, 409);
        assertThat(orderStatus()).isEqualTo("CONFIRMED");
        assertThat(steps()).isEqualTo(2);
        get(letter).body("redrives", equalTo(1)).body("history", hasSize(2));
    }

    @Test
    void who_looked_before_it_changed_is_refused() {
        UUID letter = parkedBecauseTheOrderIsLost();
        String seen = get(letter).extract().header("ETag");
        redrive(letter).body("outcome", equalTo("FAILED"));

        operator()
                .header("If-Match", seen)
                .post("/api/dead-letters/" + letter + "/redrive")
                .then()
                .statusCode(412);
        operator()
                .header("If-Match", seen)
                .delete("/api/dead-letters/" + letter + "?reason=hopeless")
                .then()
                .statusCode(412)
                .body("type", equalTo("/problems/precondition-failed"));
        operator()
                .header("If-Match", get(letter).extract().header("ETag"))
                .delete("/api/dead-letters/" + letter + "?reason=hopeless")
                .then()
                .statusCode(204);
    }

    @Test
    void a_letter_that_is_known_costs_no_body_until_its_history_grows() {
        UUID letter = parkedBecauseTheOrderIsLost();
        String path = "/api/dead-letters/" + letter;
        String seen = get(letter).extract().header("ETag");
        given().header("If-None-Match", "W/" + seen)
                .get(path)
                .then()
                .statusCode(304)
                .header("ETag", seen);

        post(letter + "/redrive?dryRun=true").then().statusCode(200);

        given().header("If-None-Match", seen).get(path).then().statusCode(200);
        operator()
                .header("If-Match", "W/" + seen)
                .delete(path + "?reason=weak")
                .then()
                .statusCode(412);
        operator()
                .header("If-Match", seen)
                .delete(path + "?reason=hopeless")
                .then()
                .statusCode(204);
    }

    @Test
    void what_was_redriven_in_vain_too_often_is_refused() {
        UUID letter = parkedBecauseTheOrderIsLost();
        for (int i = 0; i < 10; i++) {
            redrive(letter).body("outcome", equalTo("FAILED"));
        }

        post(letter + "/redrive").then().statusCode(409).body("type", equalTo("/problems/redriven-too-often"));
        redriveAll("{\"ids\": [\"%s\"]}".formatted(letter))
                .body("refused", equalTo(1))
                .body("items[0].outcome", equalTo("REFUSED"))
                .body("items[0].cause", containsString("max-redrives"));
        get(letter).body("redrives", equalTo(10)).body("history", hasSize(11));
    }

    @Test
    void discarding_needs_a_reason_which_is_kept() {
        UUID letter = parkedBecauseTheOrderIsLost();
        String path = "/api/dead-letters/" + letter;

        operator()
                .delete(path)
                .then()
                .statusCode(400)
                .body("errors[0].message", equalTo("is required: give the reason for discarding it"));
        operator().delete(path + "?reason=%20").then().statusCode(400);
        operator()
                .delete(path + "?reason=The%20customer%20was%20refunded")
                .then()
                .statusCode(204);

        get(letter)
                .body("status", equalTo("DISCARDED"))
                .body("history[1].action", equalTo("DISCARD"))
                .body("history[1].operator", equalTo("on-call"))
                .body("history[1].detail", equalTo("The customer was refunded"));
        operator().delete(path + "?reason=again").then().statusCode(409);
    }

    @Test
    void letters_of_a_kind_are_redriven_together() {
        List<UUID> letters = new ArrayList<>(List.of(parkedBecauseTheOrderIsLost()));
        UUID unreadable = UUID.randomUUID();
        wire.send(EventType.PAYMENT_FAILED, unreadable, orderId, "no JSON");
        letters.add(letterOf(unreadable));
        bringTheOrderBack();

        redriveAll("{\"limit\": 100, \"channel\": \"payments\", \"type\": \"%s\"}".formatted(PAID))
                .body("items.id", hasItem(letters.getFirst().toString()))
                .body("items.id", not(hasItem(letters.getLast().toString())));
        redriveAll("{\"ids\": [\"%s\", \"%s\", \"%3$s\", \"%3$s\"]}"
                        .formatted(letters.getFirst(), letters.getLast(), UUID.randomUUID()))
                .body("handled", equalTo(0))
                .body("failed", equalTo(1))
                .body("refused", equalTo(2))
                .body("items.outcome", contains("REFUSED", "FAILED", "REFUSED"))
                .body("items[1].cause", containsString("Not a " + EventType.PAYMENT_FAILED.wireName()));

        assertThat(orderStatus()).isEqualTo("CONFIRMED");
        get(letters.getLast()).body("status", equalTo("PARKED")).body("redrives", equalTo(1));
    }

    @Test
    void the_list_is_filtered_and_read_page_by_page_from_the_newest_on() {
        UUID first = parkedBecauseTheOrderIsLost();
        String type =
                "dev.orderflow.payment.completed.v" + (2 + Math.abs(orderId.getMostSignificantBits() % 1_000_000));
        List<UUID> letters = Stream.generate(UUID::randomUUID)
                .limit(5)
                .map(event -> {
                    wire.send(Topics.PAYMENTS, type, event, orderId, "{}");
                    return letterOf(event);
                })
                .toList();
        operator()
                .delete("/api/dead-letters/" + letters.get(1) + "?reason=test")
                .then()
                .statusCode(204);

        String parked = "/api/dead-letters?limit=3&status=PARKED&channel=payments&type=" + type;
        var page = given().get(parked).then().statusCode(200).body("items", hasSize(3));
        List<String> shown = new ArrayList<>(page.extract().<List<String>>path("items.id"));
        page.body("items[0].payload", nullValue()).body("items.type", everyItem(equalTo(type)));
        String link = page.extract().header("Link");
        assertThat(link).endsWith("; rel=\"next\"");
        var last = given().get(link.substring(1, link.indexOf('>'))).then().statusCode(200);
        last.body("next", nullValue());
        shown.addAll(last.extract().<List<String>>path("items.id"));

        assertThat(shown)
                .containsExactly(
                        letters.get(4).toString(),
                        letters.get(3).toString(),
                        letters.get(2).toString(),
                        letters.get(0).toString());
        given().get("/api/dead-letters?limit=100&status=DISCARDED&type=" + type)
                .then()
                .body("items.id", contains(letters.get(1).toString()));
        given().get("/api/dead-letters?type=nothing").then().statusCode(200).body("items", empty());
        given().get("/api/dead-letters?limit=100").then().body("items.id", hasItem(first.toString()));
    }

    @Test
    void what_cannot_be_asked_for_is_refused_with_what_to_do() {
        given().get("/api/dead-letters?status=LOST")
                .then()
                .statusCode(400)
                .body("errors.message", contains("must be PARKED, REDRIVEN or DISCARDED"));
        given().get("/api/dead-letters?after=17").then().statusCode(400);
        given().get("/api/dead-letters/17").then().statusCode(404).body("type", equalTo("/problems/not-found"));
        given().get("/api/dead-letters/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/unknown-dead-letter"));
        post(UUID.randomUUID() + "/redrive?dryRun=maybe").then().statusCode(400);
        given().contentType("application/json")
                .header("Operator", "x".repeat(101))
                .post("/api/dead-letters/" + UUID.randomUUID() + "/redrive")
                .then()
                .statusCode(400);
        Stream.of(
                        "{}",
                        "{\"ids\": []}",
                        "{\"limit\": 101}",
                        "{\"limit\": 0}",
                        "{\"ids\": [null]}",
                        "{\"ids\": [\"%s\"], \"limit\": 1}".formatted(UUID.randomUUID()))
                .forEach(body -> operator()
                        .contentType("application/json")
                        .body(body)
                        .post("/api/dead-letters/redrive")
                        .then()
                        .statusCode(400)
                        .body("type", equalTo("/problems/invalid-request")));
    }

    /** Returns the dead letter of the event. */
    private UUID parkedBecauseTheOrderIsLost() {
        new OtherServices(wire).paid(orderId, eventId);
        return letterOf(eventId);
    }

    private static UUID letterOf(UUID event) {
        wire.flush();
        String query = "select count(*) from dead_letter where event_id = '%s'".formatted(event);
        await().atMost(LIMIT).until(() -> OrderRows.number(query) == 1);
        return OrderRows.id("select id from dead_letter where event_id = '%s'".formatted(event));
    }

    private void bringTheOrderBack() {
        OrderRows.execute("""
                insert into orders (id, version, customer_id, status, currency, total, payment_token)
                values ('%1$s', 0, 'c-lost', 'PENDING', 'EUR', 2990, 'tok_approve');
                insert into order_line (order_id, position, sku, name, quantity, unit_price)
                values ('%1$s', 0, 'BOOK-001', 'Brought back', 1, 2990);
                insert into order_history (id, order_id, to_status, cause) values (uuidv7(), '%1$s', 'PENDING', 'PLACED')""".formatted(orderId));
    }

    private String orderStatus() {
        return given().get("/api/orders/" + orderId)
                .then()
                .statusCode(200)
                .extract()
                .path("status");
    }

    private long steps() {
        return OrderRows.number("select count(*) from order_history where order_id = '%s'".formatted(orderId));
    }

    private static RequestSpecification operator() {
        return given().contentType("application/json").urlEncodingEnabled(false).header("Operator", "on-call");
    }

    private static Response post(String path) {
        return operator().post("/api/dead-letters/" + path);
    }

    private static ValidatableResponse redrive(UUID letter) {
        return post(letter + "/redrive").then().statusCode(200);
    }

    private static ValidatableResponse redriveAll(String which) {
        return operator()
                .contentType("application/json")
                .body(which)
                .post("/api/dead-letters/redrive")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse get(UUID letter) {
        return given().get("/api/dead-letters/" + letter).then().statusCode(200);
    }
}
