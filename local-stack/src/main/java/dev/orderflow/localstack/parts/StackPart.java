package dev.orderflow.localstack.parts;

import dev.orderflow.localstack.StackFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A part of the stack in its own process or container. It can be stopped, killed and restarted on the same port and
 * data.
 */
public abstract class StackPart {
    private final StackHome home;
    private final PartKind kind;
    private final String name;
    private final int port;
    private volatile @Nullable PartRun run;

    protected StackPart(StackHome home, PartKind kind, String name, int port) {
        this.home = home;
        this.kind = kind;
        this.name = name;
        this.port = port;
    }

    /** Starts the part and returns when it is ready. No effect if it is running. */
    public final synchronized void start() {
        if (isRunning()) {
            return;
        }
        long begin = System.nanoTime();
        PartRun started = begin();
        started.awaitReady(limit(), this::probe, hint());
        home.progress().say("%s is ready on port %d (%.1f s)".formatted(name, port, (System.nanoTime() - begin) / 1e9));
    }

    /** Starts it without waiting until it is ready. */
    protected final synchronized PartRun begin() {
        try {
            prepare();
        } catch (IOException e) {
            throw new StackFailure("Cannot prepare " + name + ": " + e, e);
        }
        PartRun started = launch();
        run = started;
        return started;
    }

    /** Asks it to end and waits; kills it after 10 s. */
    public final void stop() {
        if (run != null) {
            run.stop();
        }
    }

    /** Asks a process to end; kills it after the grace period. */
    protected final void stop(Duration grace) {
        if (run instanceof ChildProcess process) {
            process.stop(grace);
        }
    }

    /** Sends SIGKILL, and returns when it has ended. */
    public final void kill() {
        if (run != null) {
            run.kill();
        }
    }

    /**
     * Suspends it, with all of its connections open, until {@link #resume}. The children of a process continue; in a
     * container, everything is suspended.
     */
    public final void pause() {
        started().pause();
    }

    /** Resumes it. No effect if it is not suspended. */
    public final void resume() {
        started().resume();
    }

    public final boolean isRunning() {
        return run != null && run.isAlive();
    }

    /**
     * Returns the process id.
     *
     * @throws IllegalStateException if it was never started or runs in a container
     */
    public final long pid() {
        if (started() instanceof ChildProcess process) {
            return process.pid();
        }
        throw new IllegalStateException(name + " runs in a container");
    }

    private PartRun started() {
        if (run == null) {
            throw new IllegalStateException(name + " was never started");
        }
        return run;
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

    public final StackHome home() {
        return home;
    }

    final PartKind kind() {
        return kind;
    }

    /** Runs before every start. */
    protected void prepare() throws IOException {}

    protected abstract PartRun launch();

    /** Starts a process. */
    protected final PartRun spawn(List<String> command, Map<String, String> environment) {
        return home.spawn(kind, name, command, environment);
    }

    /** Runs a process and waits for its end. Throws with this message if its exit status is not 0. */
    protected final void runToEnd(String failure, List<String> command, Map<String, String> environment) {
        long status =
                home.spawn(kind, name, command, environment).onExit().join().status();
        if (status != 0) {
            throw new StackFailure("%s ended with %d, see %s".formatted(failure, status, logFile()));
        }
    }

    /** Restarts the container of an earlier start with its data, or creates one. */
    protected final PartRun contain(String image, int innerPort, Map<String, String> environment, String... command) {
        return home.contain(
                run instanceof BackendContainer earlier
                        ? earlier
                        : BackendContainer.of(this, image, innerPort, environment, command));
    }

    /** Throws as long as the part is not ready. */
    protected abstract void probe() throws Exception;

    /** Returns the time limit of a start. Usually seconds, but longer on a slow machine under load. */
    protected Duration limit() {
        return Duration.ofMinutes(3);
    }

    /** Returns advice for the case that the start fails. */
    protected String hint() {
        return "";
    }
}
