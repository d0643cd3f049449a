package dev.orderflow.localstack.parts;

import dev.orderflow.localstack.ProgressLog;
import dev.orderflow.localstack.StackFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The folder of one stack: data, logs, server files and child processes. Only one stack at a time can open it. Opening
 * ends processes that a killed stack left behind. Closing stops all of its own, in order. If the JVM ends without
 * closing it, a {@linkplain ProcessWatchdog watchdog} ends them.
 */
public final class StackHome implements AutoCloseable {
    private final Path directory;
    private final ProgressLog progress;
    private final FileChannel lock;
    private final ProcessLedger ledger;
    private final List<PartRun> children = new ArrayList<>();
    private final Object closing = new Object();
    private boolean closed;

    private StackHome(Path directory, ProgressLog progress) throws IOException {
        this.directory = Files.createDirectories(directory.toAbsolutePath().normalize());
        this.progress = progress;
        this.lock = lock();
        this.ledger = new ProcessLedger(this.directory.resolve("processes"));
        Files.createDirectories(this.directory.resolve("data"));
        Files.createDirectories(this.directory.resolve("logs"));
    }

    /** Opens the folder and keeps the data of earlier runs. */
    public static StackHome open(Path directory, ProgressLog progress) {
        try {
            StackHome home = new StackHome(directory, progress);
            home.ledger.endLeftovers(progress);
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot use " + directory, e);
        }
    }

    /** Opens a home and starts something in it. A failure leaves nothing running. */
    public static <T> T start(Path directory, ProgressLog progress, Function<StackHome, T> start) {
        StackHome home = open(directory, progress);
        boolean started = false;
        try {
            T result = start.apply(home);
            started = true;
            return result;
        } finally {
            if (!started) {
                home.close();
            }
        }
    }

    public Path directory() {
        return directory;
    }

    /** Returns the data folder of a backend. */
    public Path data(String name) {
        return directory.resolve("data").resolve(name);
    }

    Path log(String name) {
        return directory.resolve("logs").resolve(name + ".log");
    }

    /** Returns Liberty's user directory. */
    public Path usr() {
        return directory.resolve("usr");
    }

    /** Returns Liberty's output directory. */
    public Path output() {
        return directory.resolve("output");
    }

    public ProgressLog progress() {
        return progress;
    }

    ChildProcess spawn(PartKind kind, String name, List<String> command, Map<String, String> environment) {
        synchronized (children) {
            requireOpen(name);
            ChildProcess child = ChildProcess.start(kind, name, command, environment, log(name));
            children.add(child);
            ledger.add(child.record());
            child.release();
            return child;
        }
    }

    /** Removes containers that a killed run has left in this home. */
    public void removeContainers() {
        BackendContainer.removeLeftovers(this);
    }

    /** Starts a container, or restarts it. */
    BackendContainer contain(BackendContainer container) {
        synchronized (children) {
            requireOpen(container.name());
            if (!children.contains(container)) {
                children.add(container);
            }
            container.start();
            return container;
        }
    }

    private void requireOpen(String name) {
        if (closed) {
            throw new StackFailure(name + " is not started: the stack is being stopped");
        }
    }

    /** Returns a future that completes with the first current process that ends. */
    public CompletableFuture<PartRun> firstEnd() {
        synchronized (children) {
            CompletableFuture<?>[] ends = children.stream()
                    .filter(ChildProcess.class::isInstance)
                    .map(ChildProcess.class::cast)
                    .filter(ChildProcess::isAlive)
                    .map(ChildProcess::onExit)
                    .toArray(CompletableFuture[]::new);
            return CompletableFuture.anyOf(ends).thenApply(PartRun.class::cast);
        }
    }

    public boolean isClosed() {
        synchronized (children) {
            return closed;
        }
    }

    /** Stops every child and waits for all of them. A second call waits for the first. */
    @Override
    public void close() {
        synchronized (closing) {
            if (!lock.isOpen()) {
                return;
            }
            left().forEach((kind, members) -> {
                progress.say("Stopping " + members.stream().map(PartRun::name).collect(Collectors.joining(", ")));
                members.parallelStream().forEach(PartRun::discard);
            });
            ledger.clear();
            release();
        }
    }

    private Map<PartKind, List<PartRun>> left() {
        synchronized (children) {
            closed = true;
            return children.stream()
                    .filter(PartRun::remains)
                    .collect(Collectors.groupingBy(PartRun::kind, TreeMap::new, Collectors.toList()));
        }
    }

    private FileChannel lock() throws IOException {
        FileChannel channel =
                FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        // A separate file, because closing a reader of the lock file would release the lock.
        Path holder = directory.resolve("launcher.pid");
        if (!isLocked(channel)) {
            channel.close();
            throw new StackFailure("A stack is already running in " + directory + " (process "
                    + Files.readString(holder) + "). Stop it first, with Ctrl-C in its terminal or 'kill "
                    + Files.readString(holder) + "'.");
        }
        Files.writeString(holder, Long.toString(ProcessHandle.current().pid()));
        return channel;
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    private void release() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
