package dev.orderflow.chassis.work;

import dev.orderflow.chassis.failure.FailureSummary;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The heartbeat of a thread or periodic task that must run as long as the service. The worker updates it; any thread
 * may read it.
 */
public final class Heartbeat {

    /** @param pause after which the next beat is due; null if none is due */
    private record Beat(long atNanos, @Nullable Duration pause) {}

    private record LastFailure(String error, long atNanos) {}

    private volatile Beat last = new Beat(System.nanoTime(), null);
    private volatile @Nullable LastFailure failure;
    private volatile boolean ended;

    /** The worker starts an attempt: the next beat is due. */
    public void working() {
        beat(Duration.ZERO);
    }

    /** The worker waits for work, for any length of time. */
    public void idle() {
        beat(null);
    }

    /** The worker pauses: the next beat is due after the pause. */
    public void pausing(Duration pause) {
        beat(pause);
    }

    /** An attempt failed and is retried after a pause. A retry counts as progress. */
    public void failed(Throwable cause, Duration pause) {
        failure = new LastFailure(FailureSummary.of(cause), System.nanoTime());
        beat(pause);
    }

    /** Wraps work so that its end is recorded, even if it throws. */
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

    /** Time since the last beat. */
    public Duration age() {
        return since(last.atNanos());
    }

    /**
     * Why the worker needs a restart of the server; null if it makes progress.
     *
     * @param limit how long a beat may be overdue
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

    /** The last failure and its age; null without one. */
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
