package dev.orderflow.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.messaging.outbox.OrderingKeys.OrderingKey;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderingKeysTest {

    private static final OrderingKey ORDER_1 = new OrderingKey("orders", "1");
    private static final OrderingKey ORDER_2 = new OrderingKey("orders", "2");
    private static final OrderingKey POISON = new OrderingKey("poison", "1");

    private long nowMillis;
    private final OrderingKeys orderingKeys = new OrderingKeys(() -> nowMillis, failures -> 100L * failures);

    @Test
    void a_topic_that_accepts_nothing_is_paused_and_the_others_are_not() {
        orderingKeys.passCompleted(List.of(ORDER_1), List.of(POISON));

        assertThat(orderingKeys.pausedTopics()).containsExactly("poison");
        assertThat(orderingKeys.isOpen("poison")).isFalse();
        assertThat(orderingKeys.isOpen("orders")).isTrue();
        nowMillis += 100;
        assertThat(orderingKeys.pausedTopics()).isEmpty();
    }

    @Test
    void the_pause_grows_with_every_failure_until_a_record_is_accepted() {
        orderingKeys.passCompleted(List.of(), List.of(POISON));
        orderingKeys.passCompleted(List.of(), List.of(POISON));
        nowMillis += 199;
        assertThat(orderingKeys.pausedTopics()).containsExactly("poison");

        orderingKeys.passCompleted(List.of(POISON), List.of());
        assertThat(orderingKeys.pausedTopics()).isEmpty();
        assertThat(orderingKeys.isOpen("poison")).isTrue();
        orderingKeys.passCompleted(List.of(), List.of(POISON));
        nowMillis += 100;
        assertThat(orderingKeys.pausedTopics()).isEmpty();
    }

    @Test
    void a_topic_is_open_once_a_record_is_accepted() {
        assertThat(orderingKeys.isNoneOpen()).isTrue();
        assertThat(orderingKeys.isAllAccepted()).isTrue();
        orderingKeys.passCompleted(List.of(ORDER_1), List.of(POISON));
        assertThat(orderingKeys.isNoneOpen()).isFalse();
        assertThat(orderingKeys.isAllAccepted()).isFalse();
        orderingKeys.passCompleted(List.of(POISON), List.of());
        assertThat(orderingKeys.isAllAccepted()).isTrue();
        orderingKeys.passCompleted(List.of(), List.of(ORDER_1, POISON));
        assertThat(orderingKeys.isNoneOpen()).isTrue();
    }

    @Test
    void many_failures_of_one_pass_count_once() {
        orderingKeys.passCompleted(List.of(), List.of(ORDER_1, ORDER_2));
        nowMillis += 100;
        assertThat(orderingKeys.pausedTopics()).isEmpty();
    }

    @Test
    void only_the_refused_key_is_paused_if_the_topic_accepts_others() {
        orderingKeys.passCompleted(List.of(ORDER_1), List.of(ORDER_2));

        assertThat(orderingKeys.pausedTopics()).isEmpty();
        assertThat(orderingKeys.isOpen("orders")).isTrue();
        assertThat(orderingKeys.isPaused(ORDER_2)).isTrue();
        assertThat(orderingKeys.isPaused(ORDER_1)).isFalse();
        nowMillis += 100;
        assertThat(orderingKeys.isPaused(ORDER_2)).isFalse();
    }
}
