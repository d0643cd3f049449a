package dev.orderflow.chassis.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WorkerThreadsTest {

    private final WorkerThreads workers = new WorkerThreads();

    @Test
    void a_worker_lingers_between_two_rounds() throws InterruptedException {
        long begin = System.nanoTime() - Duration.ofMillis(30).toNanos();
        workers.linger(begin, 2);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(Duration.ofMillis(59));
    }

    @Test
    void the_stop_ends_the_linger() {
        workers.stop();
        assertThatExceptionOfType(InterruptedException.class)
                .isThrownBy(() ->
                        workers.linger(System.nanoTime() - Duration.ofHours(1).toNanos(), 2));
    }
}
