package dev.orderflow.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.messaging.outbox.OrderingKeys.Lane;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderingKeysTest {

    private static final Lane ORDER_1 = new Lane("orders", "1");
    private static final Lane ORDER_2 = new Lane("orders", "2");
    private static final Lane POISON = new Lane("poison", "1");

    private long nowMillis;
    private final OrderingKeys lanes = new OrderingKeys(() -> nowMillis, failures -> 100L * failures);

    @Test
    void a_topic_that_takes_nothing_rests_as_a_whole_and_the_others_do_not() {
        lanes.heard(List.of(ORDER_1), List.of(POISON));

        assertThat(lanes.restingTopics()).containsExactly("poison");
        assertThat(lanes.isOpen("poison")).isFalse();
        assertThat(lanes.isOpen("orders")).isTrue();
        nowMillis += 100;
        assertThat(lanes.restingTopics()).isEmpty();
    }

    @Test
    void it_rests_longer_with_every_failure_until_it_takes_something() {
        lanes.heard(List.of(), List.of(POISON));
        lanes.heard(List.of(), List.of(POISON));
        nowMillis += 199;
        assertThat(lanes.restingTopics()).containsExactly("poison");

        lanes.heard(List.of(POISON), List.of());
        assertThat(lanes.restingTopics()).isEmpty();
        assertThat(lanes.isOpen("poison")).isTrue();
        lanes.heard(List.of(), List.of(POISON));
        nowMillis += 100;
        assertThat(lanes.restingTopics()).isEmpty();
    }

    @Test
    void a_topic_that_took_something_is_open_and_all_is_taken_once_nothing_is_refused_any_more() {
        assertThat(lanes.isNoneOpen()).isTrue();
        assertThat(lanes.isAllTaken()).isTrue();
        lanes.heard(List.of(ORDER_1), List.of(POISON));
        assertThat(lanes.isNoneOpen()).isFalse();
        assertThat(lanes.isAllTaken()).isFalse();
        lanes.heard(List.of(POISON), List.of());
        assertThat(lanes.isAllTaken()).isTrue();
        lanes.heard(List.of(), List.of(ORDER_1, POISON));
        assertThat(lanes.isNoneOpen()).isTrue();
    }

    @Test
    void many_failures_of_one_pass_count_once() {
        lanes.heard(List.of(), List.of(ORDER_1, ORDER_2));
        nowMillis += 100;
        assertThat(lanes.restingTopics()).isEmpty();
    }

    @Test
    void where_a_topic_takes_something_only_the_key_rests_that_was_refused() {
        lanes.heard(List.of(ORDER_1), List.of(ORDER_2));

        assertThat(lanes.restingTopics()).isEmpty();
        assertThat(lanes.isOpen("orders")).isTrue();
        assertThat(lanes.rests(ORDER_2)).isTrue();
        assertThat(lanes.rests(ORDER_1)).isFalse();
        nowMillis += 100;
        assertThat(lanes.rests(ORDER_2)).isFalse();
    }
}
