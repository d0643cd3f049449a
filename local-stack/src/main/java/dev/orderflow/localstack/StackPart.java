package dev.orderflow.localstack;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A part of the stack that runs as a process of its own and can be stopped, killed and started again, on the same port and data. */
public abstract sealed class StackPart permits Postgres, KafkaBroker, Redis, LibertyServer {
    private final Home home;
    private final Kind kind;
    private final String name;
    private final int port;
    private volatile @Nullable ChildProcess process;

    StackPart(Home home, Kind kind, String name, int port) {
        this.home = home;
        this.kind = kind;
        this.name = name;
        this.port = port;
    }

    /** Returns when the part is ready; does nothing when it is running. */
    public final synchronized void start() {
        if (isRunning()) {
            return;
        }
        try {
            prepare();
        } catch (IOException e) {
            throw new StackFailure("Cannot prepare " + name + ": " + e, e);
        }
        long begin = System.nanoTime();
        process = home.spawn(kind, name, command(), environment());
        process.awaitReady(limit(), this::probe, hint());
        home.progress().say("%s is ready on port %d (%.1f s)".formatted(name, port, (System.nanoTime() - begin) / 1e9));
    }

    /** Asks the process to end and waits for it; after 10 s it is killed. */
    public final void stop() {
        if (process != null) {
            process.stop();
        }
    }

    /** SIGKILL; returns when the process is dead. */
    public final void kill() {
        if (process != null) {
            process.kill();
        }
    }

    /** SIGSTOP: the process hangs with all its connections open until {@link #resume}; processes that it has started go on. */
    public final void pause() {
        Kind.send("STOP", pid());
    }

    /** Lets a process that was paused go on; does nothing to any other. */
    public final void resume() {
        Kind.send("CONT", pid());
    }

    public final boolean isRunning() {
        return process != null && process.isAlive();
    }

    /** Fails if it was never started. */
    public final long pid() {
        if (process == null) {
            throw new IllegalStateException(name + " was never started");
        }
        return process.pid();
    }

    public final String name() {
        return name;
    }

    public final int port() {
        return port;
    }

    public final Path logFile() {
        return home.log(name);
    }

    final Home home() {
        return home;
    }

    abstract void prepare() throws IOException;

    abstract List<String> command();

    Map<String, String> environment() {
        return Map.of();
    }

    /** Throws as long as the part is not ready. */
    abstract void probe() throws Exception;

    /** How long a start may take. */
    Duration limit() {
        return Duration.ofMinutes(1);
    }

    /** What a person may do when the start fails. */
    String hint() {
        return "";
    }
}
