package dev.orderflow.systemtests.simulation.database;

import java.time.Duration;
import java.time.Instant;

/** A clock that only the simulation advances. */
public final class SimulatedClock {

    private Instant now = Instant.EPOCH;

    public Instant now() {
        return now;
    }

    public void pass(Duration time) {
        now = now.plus(time);
    }

    public boolean isOver(Instant since, Duration limit) {
        return !since.plus(limit).isAfter(now);
    }
}
