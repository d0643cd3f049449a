package dev.orderflow.localstack.parts;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.orderflow.localstack.StackFailure;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A process of the stack, in its own session, with its output in a log file. */
final class ChildProcess extends PartRun {
    /** Waits for a line on its input, and ends if the JVM ends before that. */
    private static final String GATE = "read -r go && exec \"$@\"";

    private final Process process;
    private final Path log;
    private final int logStart;

    private ChildProcess(PartKind kind, String name, Process process, Path log, int logStart) {
        super(kind, name);
        this.process = process;
        this.log = log;
        this.logStart = logStart;
    }

    /**
     * Starts a gate. The command runs only after {@link #release}, so nothing is left behind if this JVM is killed
     * before that.
     */
    static ChildProcess start(
            PartKind kind, String name, List<String> command, Map<String, String> environment, Path log) {
        List<String> gated = Stream.concat(Stream.of("sh", "-c", GATE, name), command.stream())
                .toList();
        ProcessBuilder builder = new ProcessBuilder(inOwnSession(gated.toArray(String[]::new)));
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        try {
            int logStart =
                    Files.exists(log) ? Files.readAllLines(log, ISO_8859_1).size() : 0;
            return new ChildProcess(kind, name, builder.start(), log, logStart);
        } catch (IOException e) {
            throw new StackFailure("Cannot start " + name + ": " + e.getMessage(), e);
        }
    }

    /**
     * Returns the command in its own session. Ctrl-C reaches only the foreground process group, and children must be
     * stopped in order.
     */
    static List<String> inOwnSession(String... command) {
        return Stream.concat(
                        Stream.of("/usr/bin/setsid", "/bin/setsid")
                                .filter(setsid -> Files.isExecutable(Path.of(setsid)))
                                .limit(1),
                        Stream.of(command))
                .toList();
    }

    /** Registers the process with the watchdog, then runs the command. */
    void release() {
        ProcessWatchdog.register(kind().stopSignal(), process.toHandle());
        try (OutputStream gate = process.getOutputStream()) {
            gate.write('\n');
        } catch (IOException e) {
            throw new StackFailure("Cannot start " + name() + ": " + e.getMessage(), e);
        }
    }

    RecordedProcess record() {
        return RecordedProcess.of(kind(), name(), process.toHandle());
    }

    long pid() {
        return process.pid();
    }

    @Override
    boolean isAlive() {
        return process.isAlive();
    }

    CompletableFuture<ChildProcess> onExit() {
        return process.onExit().thenApply(ended -> this);
    }

    @Override
    void stop() {
        stop(ProcessLedger.GRACE);
    }

    void stop(Duration grace) {
        ProcessLedger.end(kind(), process.toHandle(), grace);
    }

    /** Kills the children of the process, too. */
    @Override
    void kill() {
        List<ProcessHandle> family = new ArrayList<>(process.descendants().toList());
        family.add(process.toHandle());
        family.forEach(ProcessHandle::destroyForcibly);
        family.forEach(dead -> dead.onExit().join());
    }

    /** Suspends the process, but not its children. */
    @Override
    void pause() {
        PartKind.send("STOP", pid());
    }

    @Override
    void resume() {
        PartKind.send("CONT", pid());
    }

    @Override
    boolean remains() {
        return isAlive();
    }

    @Override
    void discard() {
        stop();
    }

    @Override
    boolean endsWithin(int milliseconds) throws InterruptedException {
        return process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
    }

    @Override
    long status() {
        return process.exitValue();
    }

    @Override
    String logTail(int limit) {
        try {
            List<String> lines = Files.readAllLines(log, ISO_8859_1);
            List<String> tail = lines.subList(Math.max(logStart, lines.size() - limit), lines.size());
            return "The end of its log " + log + ":\n  " + String.join("\n  ", tail);
        } catch (IOException e) {
            return "Its log " + log + " cannot be read: " + e.getMessage();
        }
    }
}
