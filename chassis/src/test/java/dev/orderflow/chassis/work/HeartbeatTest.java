package dev.orderflow.chassis.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderflow.chassis.failure.RetryableFailure;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class HeartbeatTest {

    /** Whatever has happened is longer ago than this. */
    private static final Duration NO_TIME = Duration.ofNanos(-1);

    private static final Duration LONG = Duration.ofHours(1);

    private final Heartbeat heartbeat = new Heartbeat();

    @Test
    void a_worker_without_progress_is_stalled_after_the_limit() {
        heartbeat.working();
        assertThat(heartbeat.stallReason(NO_TIME)).startsWith("stalled");
        assertThat(heartbeat.stallReason(LONG)).isNull();
    }

    @Test
    void a_worker_that_waits_for_work_is_never_stalled() {
        heartbeat.working();
        heartbeat.idle();
        assertThat(heartbeat.stallReason(NO_TIME)).isNull();
    }

    @Test
    void a_worker_that_pauses_is_stalled_only_after_the_pause() {
        heartbeat.pausing(LONG);
        assertThat(heartbeat.stallReason(NO_TIME)).isNull();
        heartbeat.pausing(Duration.ZERO);
        assertThat(heartbeat.stallReason(NO_TIME)).startsWith("stalled");
    }

    @Test
    void a_failed_attempt_is_reported_and_counts_as_progress() {
        heartbeat.failed(new RetryableFailure("away", null), LONG);
        assertThat(heartbeat.stallReason(NO_TIME)).isNull();
        heartbeat.working();
        assertThat(heartbeat.lastError()).endsWith("s ago: away");
    }

    @Test
    void a_thread_that_ends_is_reported_however_it_ended() {
        Heartbeat other = new Heartbeat();
        other.watch(() -> {}).run();
        assertThat(other.stallReason(LONG)).isEqualTo("ended");

        Runnable overflows = heartbeat.watch(() -> {
            throw new StackOverflowError("a bug");
        });
        assertThatThrownBy(overflows::run).isInstanceOf(StackOverflowError.class);
        assertThat(heartbeat.stallReason(LONG)).isEqualTo("ended");
    }
}
