package dev.orderflow.chassis.failure;

import java.util.concurrent.ThreadLocalRandom;

/**
 * How long to wait before the next attempt: twice as long after every failure up to a limit, with jitter so that
 * nothing marches in step.
 */
public record BackOff(long firstMillis, long maxMillis) {

    private static final int MAX_DOUBLINGS = 20;

    /** A random time between half of what is due and all of it, after so many failures in a row. */
    public long millisAfter(int failures) {
        int doublings = Math.clamp(failures - 1, 0, MAX_DOUBLINGS);
        long ceiling = Math.min(maxMillis, firstMillis << doublings);
        return ThreadLocalRandom.current().nextLong(ceiling / 2, ceiling + 1);
    }
}
