package dev.orderflow.localstack;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A process that the stack has started, in a session of its own and with its output in a log file. */
final class ChildProcess {
    private static final int POLL_MS = 100;
    private static final int SHOWN_LOG_LINES = 15;

    /** Throws as long as the process cannot be used. */
    @FunctionalInterface
    interface Probe {
        void check() throws Exception;
    }

    private final Kind kind;
    private final String name;
    private final Process process;
    private final Path log;
    private final int logStart;

    private ChildProcess(Kind kind, String name, Process process, Path log, int logStart) {
        this.kind = kind;
        this.name = name;
        this.process = process;
        this.log = log;
        this.logStart = logStart;
    }

    static ChildProcess start(Kind kind, String name, List<String> command, Map<String, String> environment, Path log) {
        ProcessBuilder builder = new ProcessBuilder(inOwnSession(command));
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        try {
            int logStart =
                    Files.exists(log) ? Files.readAllLines(log, ISO_8859_1).size() : 0;
            Process process = builder.start();
            process.getOutputStream().close();
            return new ChildProcess(kind, name, process, log, logStart);
        } catch (IOException e) {
            throw new StackFailure("Cannot start " + name + ": " + e.getMessage(), e);
        }
    }

    /** Ctrl-C in a terminal reaches the whole process group: a child outside of it is stopped by us, in order. */
    private static List<String> inOwnSession(List<String> command) {
        return Stream.of("/usr/bin/setsid", "/bin/setsid")
                .filter(setsid -> Files.isExecutable(Path.of(setsid)))
                .findFirst()
                .map(setsid ->
                        Stream.concat(Stream.of(setsid), command.stream()).toList())
                .orElse(command);
    }

    RecordedProcess record() {
        return RecordedProcess.of(kind, name, process.toHandle());
    }

    Kind kind() {
        return kind;
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    CompletableFuture<ChildProcess> onExit() {
        return process.onExit().thenApply(ended -> this);
    }

    void stop() {
        ProcessLedger.end(kind, process.toHandle());
    }

    /** SIGKILL, to the children of the process as well; returns when it is dead. */
    void kill() {
        List<ProcessHandle> family = new ArrayList<>(process.descendants().toList());
        family.add(process.toHandle());
        family.forEach(ProcessHandle::destroyForcibly);
        family.forEach(dead -> dead.onExit().join());
    }

    /** Returns when the probe succeeds; fails when the process ends before that, or the limit has passed. */
    void awaitReady(Duration limit, Probe probe, String hint) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (true) {
            String refusal = refusal(probe);
            if (refusal.isEmpty()) {
                return;
            }
            if (endsWithin(POLL_MS)) {
                throw new StackFailure("%s ended while starting. %s%n%s".formatted(name, hint, logTail()));
            }
            if (System.nanoTime() > deadline) {
                throw new StackFailure("%s was not ready after %d s (%s). %s%n%s"
                        .formatted(name, limit.toSeconds(), refusal, hint, logTail()));
            }
        }
    }

    /** Says that the process has ended although nobody stopped it. */
    StackFailure unexpectedEnd() {
        return new StackFailure("%s has ended by itself.%n%s".formatted(name, logTail()));
    }

    private String refusal(Probe probe) {
        try {
            probe.check();
            return "";
        } catch (InterruptedException e) {
            throw interrupted(e);
        } catch (Exception e) {
            return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        }
    }

    private boolean endsWithin(int milliseconds) {
        try {
            return process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private StackFailure interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new StackFailure("Waiting for " + name + " was interrupted", cause);
    }

    private String logTail() {
        try {
            List<String> lines = Files.readAllLines(log, ISO_8859_1);
            List<String> tail = lines.subList(Math.max(logStart, lines.size() - SHOWN_LOG_LINES), lines.size());
            return "The end of its log " + log + ":\n  " + String.join("\n  ", tail);
        } catch (IOException e) {
            return "Its log " + log + " cannot be read: " + e.getMessage();
        }
    }
}
