package dev.orderflow.messaging.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderflow.chassis.failure.PermanentFailure;
import dev.orderflow.events.EventHeaders;
import dev.orderflow.events.EventType;
import dev.orderflow.messaging.kafka.IncomingRecord;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is judged by the header is never parsed: this reader has nothing to parse with. */
class EventReaderTest {

    private final EventReader reader = new EventReader();

    @Test
    void a_type_that_is_not_registered_is_judged_by_its_header_alone() {
        var event = reader.read(record("dev.orderflow.order.created.v1"), EventType.ORDER_CANCELLED::equals);

        assertThat(event).isEmpty();
    }

    @Test
    void another_version_of_a_type_that_is_not_registered_is_ignored_too() {
        assertThat(reader.read(record("dev.orderflow.order.created.v2"), EventType.ORDER_CANCELLED::equals))
                .isEmpty();
    }

    @Test
    void another_version_of_a_registered_type_can_never_be_read() {
        assertThatThrownBy(() -> reader.read(record("dev.orderflow.order.created.v2"), EventType.ORDER_CREATED::equals))
                .isInstanceOf(PermanentFailure.class)
                .hasMessageContaining("dev.orderflow.order.created.v2");
    }

    @Test
    void a_record_without_a_type_can_never_be_read() {
        assertThatThrownBy(() -> reader.read(new IncomingRecord("orders", 0, 1, "key", "{}", Map.of()), type -> true))
                .isInstanceOf(PermanentFailure.class);
    }

    private static IncomingRecord record(String type) {
        return new IncomingRecord("orders", 0, 1, "key", "no JSON", Map.of(EventHeaders.TYPE, type));
    }
}
