package dev.orderflow.messaging.kept;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.events.EventHeaders;
import dev.orderflow.events.EventType;
import dev.orderflow.messaging.LowWaterMark;
import dev.orderflow.messaging.kafka.IncomingRecord;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeptEventsTest {

    @ParameterizedTest
    @ValueSource(strings = {"dev.orderflow.order.archived.v1", "dev.orderflow.order.created.v2", "dev.orderflow.x"})
    void a_type_of_ours_that_this_version_does_not_know_is_of_another_version(String type) {
        assertThat(KeptEvents.isOfAnotherVersion(record(Map.of(EventHeaders.TYPE, type))))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void a_type_that_this_version_knows_is_not(EventType type) {
        assertThat(KeptEvents.isOfAnotherVersion(record(Map.of(EventHeaders.TYPE, type.wireName()))))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"com.example.order.created.v1", "dev.orderflowers.order.created.v1", "", LowWaterMark.TYPE})
    void a_type_of_others_and_a_low_water_mark_are_not(String type) {
        assertThat(KeptEvents.isOfAnotherVersion(record(Map.of(EventHeaders.TYPE, type))))
                .isFalse();
    }

    @Test
    void a_record_without_a_type_is_not() {
        assertThat(KeptEvents.isOfAnotherVersion(record(Map.of()))).isFalse();
    }

    private static IncomingRecord record(Map<String, String> headers) {
        return new IncomingRecord("orders", 0, 1, "key", "{}", headers);
    }
}
