package dev.orderflow.order;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.orderflow.events.EventType;
import dev.orderflow.events.Topics;
import dev.orderflow.localstack.launcher.TestEnvironment;
import dev.orderflow.messaging.harness.KafkaTestClient;
import io.restassured.http.ContentType;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.microshed.testing.jupiter.MicroShedTest;

/** The payment service reports amounts that differ from the total of 2990 EUR. */
@MicroShedTest
class WrongAmountIT {

    private static final Duration LIMIT = Duration.ofMinutes(1);

    private static KafkaTestClient wire;
    private static OtherServices others;

    @BeforeAll
    static void connect() {
        wire = new KafkaTestClient(TestEnvironment.backends().bootstrapServers(), Topics.ORDERS);
        others = new OtherServices(wire);
    }

    @AfterAll
    static void disconnect() {
        wire.close();
    }

    @Test
    void a_payment_of_another_amount_confirms_nothing_and_is_parked() {
        UUID id = reserved();
        assertParked(others.money(EventType.PAYMENT_COMPLETED, id, 2989, "EUR"));
        assertStatus(id, "RESERVED");
        others.paid(id);
        await().atMost(LIMIT).untilAsserted(() -> assertStatus(id, "CONFIRMED"));
    }

    @Test
    void a_payment_in_another_currency_confirms_nothing_and_is_parked() {
        UUID id = reserved();
        assertParked(others.money(EventType.PAYMENT_COMPLETED, id, 2990, "USD"));
        assertStatus(id, "RESERVED");
    }

    @Test
    void a_reservation_that_asks_for_another_amount_is_parked() {
        UUID id = place();
        assertParked(others.reservedFor(id, 2991, "EUR"));
        assertStatus(id, "PENDING");
    }

    @Test
    void a_refund_of_another_amount_is_parked() {
        UUID id = place();
        given().contentType(ContentType.JSON)
                .post("/api/orders/" + id + "/cancel")
                .then()
                .statusCode(202);
        assertParked(others.money(EventType.PAYMENT_REFUNDED, id, 1, "EUR"));
        assertThat(OrderRows.number(
                        "select count(*) from order_history where order_id = ? and cause = 'PAYMENT_REFUNDED'", id))
                .isZero();
    }

    private static UUID reserved() {
        UUID id = place();
        others.reserved(id);
        await().atMost(LIMIT).untilAsserted(() -> assertStatus(id, "RESERVED"));
        return id;
    }

    private static UUID place() {
        return UUID.fromString(given().contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID())
                .body("""
                        {"customerId": "c-amount", "paymentToken": "tok_approve",
                         "lines": [{"sku": "BOOK-001", "quantity": 1}]}""")
                .post("/api/orders")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }

    private static void assertStatus(UUID id, String status) {
        given().get("/api/orders/" + id).then().statusCode(200).body("status", equalTo(status));
    }

    private static void assertParked(UUID eventId) {
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(OrderRows.number(
                                "select count(*) from dead_letter where event_id = ? and cause like '%2990 EUR%'",
                                eventId))
                        .isEqualTo(1));
    }
}
