package dev.orderflow.order;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.orderflow.events.EventHeaders;
import dev.orderflow.events.Topics;
import dev.orderflow.localstack.launcher.TestEnvironment;
import dev.orderflow.messaging.harness.KafkaTestClient;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.microshed.testing.jupiter.MicroShedTest;

@MicroShedTest
class OrdersIT {

    private static final Duration LIMIT = Duration.ofMinutes(1);

    private static final String DEAD_LETTERS = Topics.deadLetter(Topics.INVENTORY, "order");

    private static KafkaTestClient wire;
    private static OtherServices others;

    @BeforeAll
    static void connect() {
        wire = new KafkaTestClient(TestEnvironment.backends().bootstrapServers(), Topics.ORDERS, DEAD_LETTERS);
        others = new OtherServices(wire);
    }

    @AfterAll
    static void disconnect() {
        wire.close();
    }

    @Test
    void an_order_is_answered_with_prices_from_the_catalogue_and_lines_merged() {
        order().body("""
                        {"customerId": "c-42", "paymentToken": "tok_approve", "total": 1,
                         "lines": [{"sku": "BOOK-001", "quantity": 2}, {"sku": "MUG-001", "quantity": 1},
                                   {"sku": "BOOK-001", "quantity": 1}]}""")
                .post("/api/orders")
                .then()
                .statusCode(201)
                .header("Location", matchesPattern(".*/api/orders/[0-9a-f-]{36}"))
                .body("status", equalTo("PENDING"))
                .body("reason", nullValue())
                .body("customerId", equalTo("c-42"))
                .body("currency", equalTo("EUR"))
                .body("total", equalTo(3 * 2990 + 990))
                .body("lines.sku", equalTo(List.of("BOOK-001", "MUG-001")))
                .body("lines.quantity", equalTo(List.of(3, 1)))
                .body("version", equalTo(0))
                .body("createdAt", notNullValue());
    }

    @Test
    void rows_that_can_never_be_sent_become_dead_letters_and_the_others_are_published() {
        String insert = "insert into outbox (id, topic, record_key, payload, headers) values (gen_random_uuid(), ";
        OrderRows.execute(insert + "'" + Topics.ORDERS + "', 'unreadable', '{}', 'no json')");
        OrderRows.execute(insert + "'" + Topics.ORDERS + "', 'too-large', repeat('x', 2000000), '{}')");
        UUID id = place("BOOK-001", 1).id();

        await().atMost(LIMIT).until(() -> OrderRows.number("select count(*) from outbox"), equalTo(0L));
        await().atMost(LIMIT).until(() -> !wire.consumedOf(id).isEmpty());
        String parked = "from dead_letter where channel = 'outbox' and record_key in ('unreadable', 'too-large')";
        assertThat(OrderRows.number("select count(*) " + parked)).isEqualTo(2);
        OrderRows.execute("delete " + parked);
    }

    @Test
    void the_answer_is_what_is_stored() {
        var answer = place("BOOK-001", 2);
        var stored = given().get(answer.location()).then().statusCode(200).extract();
        assertThat(stored.asString()).isEqualTo(answer.body());
    }

    @Test
    void an_order_that_is_reserved_and_paid_is_confirmed_and_says_so_once() {
        UUID id = place("BOOK-001", 1).id();
        others.reserved(id);
        awaitStatus(id, "RESERVED");
        UUID paid = others.paid(id);
        others.paid(id, paid);
        others.paid(id);
        awaitStatus(id, "CONFIRMED");

        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(types(id))
                        .containsExactly("dev.orderflow.order.created.v1", "dev.orderflow.order.confirmed.v1"));
        KafkaTestClient.ConsumedRecord confirmed = wire.consumedOf(id).getLast();
        assertThat(confirmed.headers())
                .containsEntry(EventHeaders.CORRELATION_ID, id.toString())
                .containsEntry(EventHeaders.CAUSATION_ID, paid.toString())
                .containsEntry(EventHeaders.SOURCE, "/orderflow/order")
                .containsKeys(EventHeaders.TIME, EventHeaders.ID);
        assertThat(OrderRows.number(
                        "select count(*) from order_history where order_id = ? and from_status is distinct from to_status",
                        id))
                .isEqualTo(3);
    }

    @Test
    void a_payment_may_overtake_the_reservation_it_follows_from() {
        UUID id = place("BOOK-001", 1).id();
        others.paid(id);
        awaitStatus(id, "CONFIRMED");
        others.reserved(id);
        UUID next = place("BOOK-001", 1).id();
        others.reserved(next);
        awaitStatus(next, "RESERVED");
        awaitStatus(id, "CONFIRMED");
    }

    @Test
    void a_shortage_and_a_declined_payment_reject_the_order_with_the_reason() {
        UUID scarce = place("NONE-001", 1).id();
        UUID declined = place("BOOK-001", 1).id();
        others.outOfStock(scarce);
        others.reserved(declined);
        others.declined(declined);

        awaitStatus(scarce, "REJECTED");
        awaitStatus(declined, "REJECTED");
        get(scarce).body("reason", equalTo("OUT_OF_STOCK"));
        get(declined).body("reason", equalTo("PAYMENT_DECLINED"));
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(types(declined)).contains("dev.orderflow.order.rejected.v1"));
    }

    @Test
    void an_event_for_an_order_that_does_not_exist_is_parked_and_the_next_is_handled() {
        UUID ghost = UUID.randomUUID();
        UUID id = place("BOOK-001", 1).id();
        UUID eventId = UUID.randomUUID();
        others.reserved(ghost, eventId);
        others.reserved(id);
        awaitStatus(id, "RESERVED");
        await().atMost(LIMIT)
                .until(() -> OrderRows.number("select count(*) from dead_letter where event_id = ?", eventId) == 1);
        await().atMost(LIMIT)
                .until(() -> wire.consumedOf(ghost).stream()
                        .anyMatch(copy -> copy.topic().equals(DEAD_LETTERS)
                                && copy.id().equals(eventId)
                                && copy.headers()
                                        .getOrDefault("deadletter-cause", "")
                                        .contains(ghost.toString())));
    }

    @Test
    void the_timeline_names_the_event_that_caused_a_step_and_the_one_that_told_the_others() {
        UUID id = place("BOOK-001", 1).id();
        UUID reserved = others.reserved(id);
        awaitStatus(id, "RESERVED");
        UUID paid = others.paid(id);
        awaitStatus(id, "CONFIRMED");
        await().atMost(LIMIT).until(() -> published(id).size() == 2);
        given().get("/api/orders/" + id + "/timeline")
                .then()
                .body("items.eventId", equalTo(Arrays.asList(null, reserved.toString(), paid.toString())))
                .body(
                        "items.publishedEventId",
                        equalTo(Arrays.asList(
                                published(id).getFirst(), null, published(id).getLast())));
    }

    private static List<String> published(UUID id) {
        return wire.consumedOf(id).stream()
                .filter(event -> event.topic().equals(Topics.ORDERS))
                .map(event -> event.id().toString())
                .toList();
    }

    @Test
    void the_timeline_tells_under_which_trace_each_step_happened() {
        String placing = "0af7651916cd43dd8448eb211c80319c";
        String cancelling = "4bf92f3577b34da6a3ce929d0e0e4736";
        String id = order().header("traceparent", "00-" + placing + "-b7ad6b7169203331-01")
                .body("""
                        {"customerId": "c-42", "paymentToken": "tok_approve", "lines": [{"sku": "BOOK-001", "quantity": 1}]}""")
                .post("/api/orders")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        given().contentType("application/json")
                .header("traceparent", "00-" + cancelling + "-b7ad6b7169203331-01")
                .post("/api/orders/" + id + "/cancel")
                .then()
                .statusCode(202);
        given().get("/api/orders/" + id + "/timeline")
                .then()
                .statusCode(200)
                .body("items.traceId", equalTo(List.of(placing, cancelling)))
                .body("items.eventId", equalTo(Arrays.asList(null, null)));
        await().atMost(LIMIT)
                .until(() -> wire.consumedOf(UUID.fromString(id)).stream()
                        .map(event -> event.headers()
                                .getOrDefault(EventHeaders.TRACE_PARENT, "none")
                                .substring(3, 35))
                        .toList()
                        .equals(List.of(placing, cancelling)));
        given().get("/api/orders/" + UUID.randomUUID() + "/timeline").then().statusCode(404);
    }

    @Test
    void without_an_exporter_every_trace_has_an_id_and_only_that_of_a_caller_who_samples_is_sampled() {
        UUID unsampled = place("BOOK-001", 1).id();
        String sampled = order().header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-b7ad6b7169203331-01")
                .body("""
                        {"customerId": "c-42", "paymentToken": "tok_approve", "lines": [{"sku": "BOOK-001", "quantity": 1}]}""")
                .post("/api/orders")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        await().atMost(LIMIT).untilAsserted(() -> {
            assertThat(traceParents(unsampled))
                    .singleElement(STRING)
                    .matches("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-00");
            assertThat(traceParents(UUID.fromString(sampled)))
                    .singleElement(STRING)
                    .startsWith("00-4bf92f3577b34da6a3ce929d0e0e4736-")
                    .endsWith("-01");
        });
    }

    private static List<String> traceParents(UUID id) {
        return wire.consumedOf(id).stream()
                .map(event -> event.headers().getOrDefault(EventHeaders.TRACE_PARENT, "none"))
                .toList();
    }

    @Test
    void a_change_of_price_touches_later_orders_only() {
        put("PRICED-001", 1000).statusCode(201).body("version", equalTo(0));
        UUID before = place("PRICED-001", 1).id();
        put("PRICED-001", 1500).statusCode(200).body("unitPrice", equalTo(1500));
        UUID after = place("PRICED-001", 1).id();
        get(before).body("total", equalTo(1000));
        get(after).body("total", equalTo(1500));
        given().get("/api/products?after=PRICED&limit=1")
                .then()
                .statusCode(200)
                .body("sku", hasItem("PRICED-001"))
                .body("size()", equalTo(1));
    }

    static Placed place(String sku, int quantity) {
        var response = order().body("""
                        {"customerId": "c-42", "paymentToken": "tok_approve",
                         "lines": [{"sku": "%s", "quantity": %d}]}""".formatted(sku, quantity))
                .post("/api/orders")
                .then()
                .statusCode(201)
                .extract();
        return new Placed(UUID.fromString(response.path("id")), response.header("Location"), response.asString());
    }

    private static RequestSpecification order() {
        return given().contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString());
    }

    record Placed(UUID id, String location, String body) {}

    private static ValidatableResponse put(String sku, long price) {
        return given().contentType(ContentType.JSON)
                .body("""
                        {"name": "Priced", "unitPrice": %d}""".formatted(price))
                .put("/api/products/" + sku)
                .then();
    }

    private static ValidatableResponse get(UUID id) {
        return given().get("/api/orders/" + id).then().statusCode(200);
    }

    private static void awaitStatus(UUID id, String status) {
        await().atMost(LIMIT).untilAsserted(() -> get(id).body("status", equalTo(status)));
    }

    private static List<String> types(UUID orderId) {
        return wire.consumedOf(orderId).stream()
                .map(KafkaTestClient.ConsumedRecord::type)
                .toList();
    }
}
