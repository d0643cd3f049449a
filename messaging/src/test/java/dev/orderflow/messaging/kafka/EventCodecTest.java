package dev.orderflow.messaging.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.orderflow.chassis.failure.PermanentFailure;
import dev.orderflow.events.EventType;
import dev.orderflow.events.OrderEvent.OrderConfirmed;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventCodecTest {

    private final EventCodec codec = new EventCodec();

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "{\"a\":{", "{\"a\":[", "{\"a\":{\"b\":[[", "[]", "null", "{}", "\"text\"", "{} {}"})
    void what_is_no_event_can_never_be_handled_and_is_told_at_once(String json) {
        assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> assertThatThrownBy(() -> codec.decode(EventType.ORDER_CONFIRMED, json))
                        .isInstanceOf(PermanentFailure.class)
                        .hasMessageContaining("dev.orderflow.order.confirmed.v1"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'payment': {'amount': 'secret'}}                                      | payment.amount cannot be read",
                "{'orderId': 'secret'}                                                  | orderId cannot be read: must be a UUID",
                "{'payment': {'amount': 1, 'currency': 'secret', 'token': null}}        | token is missing",
                "{'orderId': '01a206f7-ff10-7bd2-8e51-9d1f3c0a2b4c', 'payment': secret} | no JSON from line 1, column 64 on",
                "secret                                                                 | no JSON from line 1, column 1 on",
                "'secret'                                                               | must have the documented form",
                "{'payment': {'amount': 1, 'token': 'secret'                            | no JSON from line 1, column"
            })
    void what_cannot_be_read_is_told_by_its_place_and_is_not_quoted(String json, String reason) {
        assertThatThrownBy(() -> codec.decode(EventType.INVENTORY_RESERVED, json.replace('\'', '"')))
                .hasMessageStartingWith("Not a dev.orderflow.inventory.reserved.v1: " + reason)
                .satisfies(
                        failure -> assertThat(Throwables.getStackTrace(failure)).doesNotContain("secret"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "ORDER_CREATED      | 'quantity':2    | 'quantity':4294967298            | lines[0].quantity",
                "ORDER_CREATED      | 'quantity':2    | 'quantity':2.5                   | lines[0].quantity",
                "ORDER_CREATED      | 'quantity':2    | 'quantity':'2'                   | lines[0].quantity",
                "INVENTORY_RESERVED | 'amount':\\d+   | 'amount':18446744073709551617    | payment.amount",
                "INVENTORY_RESERVED | 'amount':\\d+   | 'amount':1.5                     | payment.amount",
                "INVENTORY_RESERVED | 'currency':'EUR'| 'currency':978                   | payment.currency",
                "PAYMENT_COMPLETED  | 'amount':\\d+   | 'amount':18446744073709551617    | amount"
            })
    void a_value_that_does_not_fit_is_never_cut_or_converted(
            EventType type, String sound, String other, String member) {
        String json = GoldenEvents.json(type).replaceFirst(sound.replace('\'', '"'), other.replace('\'', '"'));

        assertThat(json).isNotEqualTo(GoldenEvents.json(type));
        assertThatThrownBy(() -> codec.decode(type, json))
                .isInstanceOf(PermanentFailure.class)
                .hasMessageContaining(": " + member + " cannot be read");
    }

    @Test
    void an_array_of_events_is_no_event() {
        assertThatThrownBy(() -> codec.decode(
                        EventType.ORDER_CONFIRMED, "[" + GoldenEvents.json(EventType.ORDER_CONFIRMED) + "]"))
                .isInstanceOf(PermanentFailure.class);
    }

    @Test
    void fields_that_a_later_version_adds_are_ignored() {
        UUID id = UUID.randomUUID();
        assertThat(codec.decode(EventType.ORDER_CONFIRMED, """
                {"orderId": "%s", "added": {"later": [1, {"deep": null}]}}""".formatted(id))).isEqualTo(new OrderConfirmed(id));
    }

    @Test
    void headers_are_read_as_they_were_written() {
        Map<String, String> headers = Map.of("ce_id", "1", "with \"quotes\"", "and \u0000 and ü");

        assertThat(codec.decodeHeaders(codec.encodeHeaders(headers))).isEqualTo(headers);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "no json", "{", "{\"a\":", "{\"a\":1}", "{\"a\":{}}", "{\"a\":\"b\"", "[]", "null", "{} {}"})
    void headers_that_are_no_object_of_strings_can_never_be_read(String json) {
        assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> assertThatThrownBy(() -> codec.decodeHeaders(json)).isInstanceOf(PermanentFailure.class));
    }
}
