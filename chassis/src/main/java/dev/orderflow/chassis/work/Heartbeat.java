package dev.orderflow.chassis.work;

import dev.orderflow.chassis.failure.FailureSummary;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The sign of life of something that runs for as long as its service: a thread, or a task that is run again and again.
 * It is set by whoever does the work, and read by anybody.
 */
public final class Heartbeat {

    /** @param pause after which the next sign is due; null when that depends on others */
    private record Beat(long atNanos, @Nullable Duration pause) {}

    private record LastFailure(String error, long atNanos) {}

    private volatile Beat last = new Beat(System.nanoTime(), null);
    private volatile @Nullable LastFailure failure;
    private volatile boolean ended;

    /** It has work in hand: the next sign is due. */
    public void working() {
        beat(Duration.ZERO);
    }

    /** It waits for work, however long there is none. */
    public void idle() {
        beat(null);
    }

    /** It goes on by itself after a pause. */
    public void pausing(Duration pause) {
        beat(pause);
    }

    /** What it did failed and is tried again after a pause: that is movement, too. */
    public void failed(Throwable cause, Duration pause) {
        failure = new LastFailure(FailureSummary.of(cause), System.nanoTime());
        beat(pause);
    }

    /** The same work, but that it ends is noticed, however it does. */
    public Runnable watch(Runnable work) {
        return () -> {
            try {
                work.run();
            } finally {
                ended = true;
            }
        };
    }

    private void beat(@Nullable Duration pause) {
        last = new Beat(System.nanoTime(), pause);
    }

    /** How long ago the last sign was given. */
    public Duration age() {
        return since(last.atNanos());
    }

    /**
     * Why only a new process gets this going again; null when it goes.
     *
     * @param limit how long a sign may be overdue
     */
    public @Nullable String stallReason(Duration limit) {
        if (ended) {
            return "ended";
        }
        Beat beat = last;
        if (beat.pause() == null) {
            return null;
        }
        Duration overdue = since(beat.atNanos()).minus(beat.pause());
        return overdue.compareTo(limit) > 0 ? "stalled for " + overdue.toSeconds() + " s" : null;
    }

    /** What failed last, and how long ago; null when nothing ever did. */
    public @Nullable String lastError() {
        LastFailure known = failure;
        return known == null
                ? null
                : "%d s ago: %s".formatted(since(known.atNanos()).toSeconds(), known.error());
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }
}
