package dev.orderflow.systemtests.simulation;

import java.time.Duration;
import java.time.Instant;

/** Time, which passes when the seed says so. */
final class Clock {

    private Instant now = Instant.EPOCH;

    Instant now() {
        return now;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    boolean isOver(Instant since, Duration limit) {
        return !since.plus(limit).isAfter(now);
    }
}
