package dev.orderflow.order;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.chassis.harness.MarkedToken;
import dev.orderflow.events.EventHeaders;
import dev.orderflow.events.EventType;
import dev.orderflow.events.Topics;
import dev.orderflow.localstack.ServiceName;
import dev.orderflow.localstack.launcher.TestEnvironment;
import dev.orderflow.messaging.harness.KafkaTestClient;
import java.time.Duration;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.microshed.testing.jupiter.MicroShedTest;

/** No failure leaks a payment token to logs, responses or causes of dead letters. */
@MicroShedTest
class PaymentTokenIT {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    private static KafkaTestClient wire;

    private final UUID orderId = UUID.randomUUID();
    private final UUID eventId = UUID.randomUUID();
    private final ServerLog log = ServerLog.fromNow(TestEnvironment.server());
    private final MarkedToken token = new MarkedToken(
            TestEnvironment.backends().database(ServiceName.ORDER),
            TestEnvironment.backends().home().directory(),
            TestEnvironment.server());

    @BeforeAll
    static void connect() {
        wire = new KafkaTestClient(TestEnvironment.backends().bootstrapServers());
    }

    @AfterAll
    static void disconnect() {
        wire.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"orders.payment_token", "outbox.payload"})
    void an_order_that_the_database_refuses_names_the_constraint_and_not_the_token(String column) {
        String table = column.substring(0, column.indexOf('.'));
        token.whileRefused(table, "no_marked_token", token.isNotIn(column.substring(table.length() + 1)), () -> {
            var answer = token.post("/api/orders", order("{\"sku\": \"BOOK-001\", \"quantity\": 1}"));
            assertThat(answer.statusCode()).isEqualTo(500);
        });

        assertThat(log.lines())
                .anyMatch(line -> line.contains("SQLSTATE 23514")
                        && line.contains("constraint no_marked_token")
                        && line.contains("table " + table));
        token.requireNowhere();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"customerId\": \"c\", \"paymentToken\": \"TOKEN\", \"lines\": [",
                "{\"customerId\": \"c\", \"paymentToken\": {\"a\": \"TOKEN\"}, \"lines\": [{\"sku\": \"BOOK-001\", \"quantity\": 1}]}",
                "{\"customerId\": \"c\", \"paymentToken\": \"TOKEN!\", \"lines\": [{\"sku\": \"BOOK-001\", \"quantity\": 1}]}",
                "{\"customerId\": \"c\", \"paymentToken\": \"t\", \"lines\": [{\"sku\": \"BOOK-001\", \"quantity\": \"TOKEN\"}]}",
                "\"TOKEN\"",
                "TOKEN"
            })
    void a_request_that_cannot_be_read_is_refused_without_being_quoted(String body) {
        assertThat(token.post("/api/orders", body.replace("TOKEN", token.toString()))
                        .statusCode())
                .isEqualTo(400);
        token.requireNowhere();
    }

    @Test
    void an_event_that_the_database_refuses_is_parked_with_the_constraint_and_shown_without_the_token() {
        String stored = token.post("/api/orders", order("{\"sku\": \"BOOK-001\", \"quantity\": 1}"))
                .body();
        UUID placed = UUID.fromString(stored.replaceFirst("(?s).*?\"id\":\"([^\"]*).*", "$1"));
        token.whileRefused("orders", "not_paid", "id <> '%s' or status = 'PENDING'".formatted(placed), () -> {
            wire.send(
                    EventType.PAYMENT_COMPLETED,
                    eventId,
                    placed,
                    "{\"orderId\": \"%s\", \"amount\": 2990, \"currency\": \"EUR\", \"deep\": [{\"payment\": {\"token\": \"%s\"}}]}"
                            .formatted(placed, token));
            wire.flush();
            String shown = token.requireMaskedIn(
                    token.park(eventId), "PSQLException", "SQLSTATE 23514", "constraint not_paid", "table orders");
            assertThat(shown).contains("\\\"token\\\":\\\"***\\\"", "2990");
        });
    }

    @Test
    void a_dead_letter_that_the_database_refuses_is_parked_later_and_logged_without_the_token() {
        token.whileRefused("dead_letter", "no_marked_letter", token.isNotIn("payload"), () -> {
            wire.send(EventType.PAYMENT_COMPLETED, eventId, orderId, "{\"token\": \"%s\"}".formatted(token));
            wire.flush();
            await().atMost(LIMIT).until(() -> log.count("constraint no_marked_letter") > 0);
        });
        token.requireMaskedIn(token.awaitParked(eventId), "Not a " + EventType.PAYMENT_COMPLETED.wireName());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"payment\": {\"amount\": 1, \"currency\": \"EUR\", \"token\": \"TOKEN\"",
                "{\"payment\": {\"amount\": \"TOKEN\"}}",
                "{\"orderId\": \"TOKEN\"}",
                "{\"amount\": TOKEN}",
                "[\"TOKEN\"]",
                "\"TOKEN\"",
                "TOKEN"
            })
    void a_record_that_cannot_be_read_is_parked_without_being_quoted(String payload) {
        wire.send(EventType.INVENTORY_RESERVED, eventId, orderId, payload.replace("TOKEN", token.toString()));
        wire.flush();

        token.requireMaskedIn(token.awaitParked(eventId), "Not a " + EventType.INVENTORY_RESERVED.wireName());
    }

    @Test
    void a_header_that_is_none_of_ours_or_cannot_be_read_is_not_shown() {
        String json = "{\"orderId\": \"%s\", \"amount\": 1, \"currency\": \"EUR\", \"note\": \"%s\"}"
                .formatted(orderId, token);
        var record = new ProducerRecord<>(Topics.PAYMENTS, orderId.toString(), json);
        record.headers()
                .add(EventHeaders.ID, eventId.toString().getBytes(UTF_8))
                .add(EventHeaders.TYPE, EventType.PAYMENT_COMPLETED.wireName().getBytes(UTF_8))
                .add(EventHeaders.TIME, token.toString().getBytes(UTF_8))
                .add("x-card", token.toString().getBytes(UTF_8));
        wire.send(record);
        wire.flush();

        String shown = token.requireMaskedIn(token.awaitParked(eventId), "The header ce_time cannot be read");
        assertThat(shown).contains("\"x-card\":\"***\"", "\"" + EventHeaders.TIME + "\":\"***\"");
    }

    private String order(String lines) {
        return "{\"customerId\": \"c-token\", \"paymentToken\": \"%s\", \"lines\": [%s]}".formatted(token, lines);
    }
}
