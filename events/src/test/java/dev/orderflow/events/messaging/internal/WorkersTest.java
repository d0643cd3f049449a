package dev.orderflow.events.messaging.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WorkersTest {

    private static final long LONG_MS = 3_600_000;

    private final Workers workers = new Workers();

    @Test
    void what_is_quicker_than_its_pace_waits_for_the_rest_of_it() throws InterruptedException {
        long begin = System.nanoTime();
        workers.pace(begin, 30);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(Duration.ofMillis(29));
    }

    @Test
    void what_took_longer_than_its_pace_goes_on_at_once() throws InterruptedException {
        workers.pace(System.nanoTime() - Duration.ofHours(2).toNanos(), LONG_MS);
    }

    @Test
    void the_stop_ends_the_wait() {
        workers.stop();
        assertThatExceptionOfType(InterruptedException.class)
                .isThrownBy(() -> workers.pace(System.nanoTime(), LONG_MS));
    }
}
