package dev.orderflow.chassis.failure;

import java.util.concurrent.ThreadLocalRandom;

/**
 * The pause before the next attempt. It doubles with every failure, up to a limit. Jitter keeps clients from retrying
 * at the same moment.
 */
public record BackOff(long firstMillis, long maxMillis) {

    private static final int MAX_DOUBLINGS = 20;

    /**
     * Returns a random pause, in ms, between half and all of the current limit.
     *
     * @param failures number of consecutive failures
     */
    public long millisAfter(int failures) {
        int doublings = Math.clamp(failures - 1, 0, MAX_DOUBLINGS);
        long ceiling = Math.min(maxMillis, firstMillis << doublings);
        return ThreadLocalRandom.current().nextLong(ceiling / 2, ceiling + 1);
    }
}
