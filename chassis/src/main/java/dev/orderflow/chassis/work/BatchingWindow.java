package dev.orderflow.chassis.work;

import java.time.Duration;

/**
 * How long a worker lingers after a round, so that the next round handles more items at once. A single item does not
 * linger. If several items arrived during a round, larger rounds save cost: a transaction, a Kafka request and a
 * context switch cost the same for one item as for many.
 */
public final class BatchingWindow {

    /** Maximum linger, in durations of the round. So a constantly busy worker works a fifth of its time. */
    private static final int MOST_ROUNDS = 4;
    /** Maximum linger. */
    private static final Duration LONGEST = Duration.ofMillis(300);

    private BatchingWindow() {}

    /**
     * Returns how long to linger from now on: the duration of the round times the number of items after the first.
     *
     * @param beginNanos begin of the round, from {@link System#nanoTime}
     * @param done number of items in the round
     */
    public static Duration linger(long beginNanos, int done) {
        Duration took = Duration.ofNanos(System.nanoTime() - beginNanos);
        Duration rest = took.multipliedBy(Math.clamp(done - 1L, 0, MOST_ROUNDS));
        return rest.compareTo(LONGEST) < 0 ? rest : LONGEST;
    }
}
