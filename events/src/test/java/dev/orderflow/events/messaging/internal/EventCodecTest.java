package dev.orderflow.events.messaging.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.orderflow.events.EventType;
import dev.orderflow.events.OrderConfirmed;
import dev.orderflow.events.failure.PermanentFailure;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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

    @Test
    void fields_that_a_later_version_adds_are_ignored() {
        UUID id = UUID.randomUUID();
        assertThat(codec.decode(EventType.ORDER_CONFIRMED, """
                {"orderId": "%s", "added": {"later": [1, {"deep": null}]}}""".formatted(id))).isEqualTo(new OrderConfirmed(id));
    }
}
