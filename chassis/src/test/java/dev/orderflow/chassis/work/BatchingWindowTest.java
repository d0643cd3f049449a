package dev.orderflow.chassis.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BatchingWindowTest {

    @Test
    void a_single_item_does_not_linger() {
        assertThat(BatchingWindow.linger(began(Duration.ofHours(1)), 1)).isZero();
        assertThat(BatchingWindow.linger(began(Duration.ofHours(1)), 0)).isZero();
    }

    @Test
    void the_linger_grows_with_the_number_of_items() {
        assertThat(BatchingWindow.linger(began(Duration.ofMillis(20)), 2))
                .isBetween(Duration.ofMillis(20), Duration.ofMillis(300));
        assertThat(BatchingWindow.linger(began(Duration.ofMillis(20)), 5))
                .isBetween(Duration.ofMillis(80), Duration.ofMillis(300));
    }

    @Test
    void the_linger_is_limited() {
        assertThat(BatchingWindow.linger(began(Duration.ofHours(1)), 200)).isEqualTo(Duration.ofMillis(300));
    }

    private static long began(Duration before) {
        return System.nanoTime() - before.toNanos();
    }
}
