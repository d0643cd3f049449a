package dev.orderflow.chassis.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderflow.chassis.failure.RetryableFailure;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PulseTest {

    /** Whatever has happened is longer ago than this. */
    private static final Duration NO_TIME = Duration.ofNanos(-1);

    private static final Duration LONG = Duration.ofHours(1);

    private final Pulse pulse = new Pulse();

    @Test
    void whoever_works_must_be_heard_of_again_within_the_limit() {
        pulse.works();
        assertThat(pulse.death(NO_TIME)).startsWith("stands still");
        assertThat(pulse.death(LONG)).isNull();
    }

    @Test
    void whoever_waits_for_work_may_be_silent() {
        pulse.works();
        pulse.rests();
        assertThat(pulse.death(NO_TIME)).isNull();
    }

    @Test
    void whoever_pauses_is_late_after_the_pause_only() {
        pulse.rests(LONG);
        assertThat(pulse.death(NO_TIME)).isNull();
        pulse.rests(Duration.ZERO);
        assertThat(pulse.death(NO_TIME)).startsWith("stands still");
    }

    @Test
    void an_attempt_that_fails_is_told_and_is_a_sign_of_life() {
        pulse.failed(new RetryableFailure("away", null), LONG);
        assertThat(pulse.death(NO_TIME)).isNull();
        pulse.works();
        assertThat(pulse.lastError()).endsWith("s ago: away");
    }

    @Test
    void a_thread_that_ends_is_dead_however_it_ended() {
        Pulse other = new Pulse();
        other.watch(() -> {}).run();
        assertThat(other.death(LONG)).isEqualTo("ended");

        Runnable overflows = pulse.watch(() -> {
            throw new StackOverflowError("a bug");
        });
        assertThatThrownBy(overflows::run).isInstanceOf(StackOverflowError.class);
        assertThat(pulse.death(LONG)).isEqualTo("ended");
    }
}
