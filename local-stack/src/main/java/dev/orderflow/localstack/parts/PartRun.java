package dev.orderflow.localstack.parts;

import dev.orderflow.localstack.StackFailure;
import java.time.Duration;

/** One run of a part: a process or a container. */
public abstract sealed class PartRun permits ChildProcess, BackendContainer {
    private static final int POLL_MS = 100;
    private static final int SHOWN_LOG_LINES = 15;

    /** Throws as long as the part is not ready. */
    @FunctionalInterface
    interface Probe {
        void check() throws Exception;
    }

    private final PartKind kind;
    private final String name;

    PartRun(PartKind kind, String name) {
        this.kind = kind;
        this.name = name;
    }

    final PartKind kind() {
        return kind;
    }

    final String name() {
        return name;
    }

    abstract boolean isAlive();

    /** Asks it to end and waits; kills it after a timeout. */
    abstract void stop();

    /** Sends SIGKILL, and returns when it has ended. */
    abstract void kill();

    /** Suspends it, with all of its connections open. */
    abstract void pause();

    /** Resumes it. No effect if it is not suspended. */
    abstract void resume();

    /** Returns whether there is something to {@link #discard}. */
    abstract boolean remains();

    /** Ends it permanently. */
    abstract void discard();

    abstract boolean endsWithin(int milliseconds) throws InterruptedException;

    /** Returns its exit status; 0 means success. */
    abstract long status();

    /** Returns the last lines of its log since the start. */
    abstract String logTail(int limit);

    /** Waits until the probe succeeds. Throws if the run ends earlier or the limit has passed. */
    final void awaitReady(Duration limit, Probe probe, String hint) {
        long deadline = System.nanoTime() + limit.toNanos();
        try {
            for (String refusal = refusal(probe); !refusal.isEmpty(); refusal = refusal(probe)) {
                if (endsWithin(POLL_MS)) {
                    throw new StackFailure("%s ended while starting, with status %d. %s%n%s"
                            .formatted(name, status(), hint, logTail(SHOWN_LOG_LINES)));
                }
                if (System.nanoTime() > deadline) {
                    throw new StackFailure("%s was not ready after %d s (%s). %s%n%s"
                            .formatted(name, limit.toSeconds(), refusal, hint, logTail(SHOWN_LOG_LINES)));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Waiting for " + name + " was interrupted", e);
        }
    }

    private static String refusal(Probe probe) throws InterruptedException {
        try {
            probe.check();
            return "";
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        }
    }

    /** Returns the failure of a part that ended although it was not stopped. */
    public final StackFailure unexpectedEnd() {
        return new StackFailure("%s has ended unexpectedly.%n%s".formatted(name, logTail(SHOWN_LOG_LINES)));
    }
}
