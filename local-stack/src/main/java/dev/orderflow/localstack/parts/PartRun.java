package dev.orderflow.localstack.parts;

import dev.orderflow.localstack.StackFailure;
import java.time.Duration;

/** What a part of the stack runs in: a process, or a container. */
public abstract sealed class PartRun permits ChildProcess, BackendContainer {
    private static final int POLL_MS = 100;
    private static final int SHOWN_LOG_LINES = 15;

    /** Throws as long as the part cannot be used. */
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

    /** Asks it to end and waits; kills it after a while. */
    abstract void stop();

    /** SIGKILL; returns when it is dead. */
    abstract void kill();

    /** It hangs, with all its connections open, until it is resumed. */
    abstract void pause();

    /** Does nothing to one that was not paused. */
    abstract void resume();

    /** Whether there is something to {@link #discard}. */
    abstract boolean remains();

    /** Ends it for good. */
    abstract void discard();

    abstract boolean endsWithin(int milliseconds) throws InterruptedException;

    /** How it has ended; 0 is well. */
    abstract long status();

    /** The last lines that it has said since it was started. */
    abstract String logTail(int limit);

    /** Returns when the probe succeeds; fails when it ends before that, or the limit has passed. */
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

    /** Says that it has ended although nobody stopped it. */
    public final StackFailure unexpectedEnd() {
        return new StackFailure("%s has ended by itself.%n%s".formatted(name, logTail(SHOWN_LOG_LINES)));
    }
}
