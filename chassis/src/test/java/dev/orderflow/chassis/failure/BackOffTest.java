package dev.orderflow.chassis.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BackOffTest {

    private static final int OFTEN = 1_000;

    private final BackOff backOff = new BackOff(100, 1_000);

    @Test
    void the_pause_doubles_with_every_failure() {
        assertThat(pauses(1)).allMatch(pause -> pause >= 50 && pause <= 100);
        assertThat(pauses(2)).allMatch(pause -> pause >= 100 && pause <= 200);
        assertThat(pauses(3)).allMatch(pause -> pause >= 200 && pause <= 400);
    }

    @Test
    void it_stops_at_its_limit_however_often_it_fails() {
        assertThat(pauses(5)).allMatch(pause -> pause >= 500 && pause <= 1_000);
        assertThat(pauses(Integer.MAX_VALUE)).allMatch(pause -> pause >= 500 && pause <= 1_000);
    }

    @Test
    void two_that_fail_together_do_not_come_back_together() {
        assertThat(pauses(5).distinct().count()).isGreaterThan(1);
    }

    @Test
    void no_failure_at_all_waits_as_after_the_first() {
        assertThat(pauses(0)).allMatch(pause -> pause >= 50 && pause <= 100);
    }

    private LongStream pauses(int failures) {

        return LongStream.generate(() -> backOff.millisAfter(failures)).limit(OFTEN);
    }
}
