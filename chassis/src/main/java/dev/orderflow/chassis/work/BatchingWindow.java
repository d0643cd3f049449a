package dev.orderflow.chassis.work;

import java.time.Duration;

/**
 * How long to rest after a round of some work, so that what comes meanwhile is done together in the next. What comes
 * one by one waits for nothing. Once more than one came while a round ran, the machine or the load is such that fewer
 * and larger rounds are better for all: a transaction, a request to Kafka and a change of processes cost as much for
 * one as for many.
 */
public final class BatchingWindow {

    /** In rounds; so a worker that is always in demand works a fifth of the time. */
    private static final int MOST_ROUNDS = 4;
    /** Nothing may wait for long. */
    private static final Duration LONGEST = Duration.ofMillis(300);

    private BatchingWindow() {}

    /**
     * The rest, from now on: as long as the round took, for each that it did beyond the first.
     *
     * @param beginNanos when the round began, of {@link System#nanoTime}
     * @param done how much was done together in the round
     */
    public static Duration linger(long beginNanos, int done) {
        Duration took = Duration.ofNanos(System.nanoTime() - beginNanos);
        Duration rest = took.multipliedBy(Math.clamp(done - 1L, 0, MOST_ROUNDS));
        return rest.compareTo(LONGEST) < 0 ? rest : LONGEST;
    }
}
