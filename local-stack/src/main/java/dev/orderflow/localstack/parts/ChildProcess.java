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

/** A process that the stack has started, in a session of its own and with its output in a log file. */
final class ChildProcess extends PartRun {
    /** Waits until it is told to go on, and ends when whoever would say so has ended. */
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

    /** The command itself runs after {@link #release} only: until then nothing is lost when this JVM is killed. */
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

    /** Ctrl-C in a terminal reaches the whole process group: a child outside of it is stopped by us, in order. */
    static List<String> inOwnSession(String... command) {
        return Stream.concat(
                        Stream.of("/usr/bin/setsid", "/bin/setsid")
                                .filter(setsid -> Files.isExecutable(Path.of(setsid)))
                                .limit(1),
                        Stream.of(command))
                .toList();
    }

    /** Lets the command run, which is watched from now on. */
    void release() {
        ProcessWatchdog.watch(kind().stopSignal(), process.toHandle());
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

    /** To the children of the process as well. */
    @Override
    void kill() {
        List<ProcessHandle> family = new ArrayList<>(process.descendants().toList());
        family.add(process.toHandle());
        family.forEach(ProcessHandle::destroyForcibly);
        family.forEach(dead -> dead.onExit().join());
    }

    /** The process alone hangs; those that it has started go on. */
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
