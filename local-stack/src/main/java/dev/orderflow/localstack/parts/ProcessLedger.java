package dev.orderflow.localstack.parts;

import dev.orderflow.localstack.ProgressLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A file with every child process of a running stack. The next start ends those that a killed launcher left behind. */
final class ProcessLedger {
    static final Duration GRACE = Duration.ofSeconds(10);

    private final Path file;
    private final List<RecordedProcess> processes = new ArrayList<>();

    ProcessLedger(Path file) {
        this.file = file;
    }

    synchronized void add(RecordedProcess process) {
        processes.add(process);
        write();
    }

    synchronized void clear() {
        processes.clear();
        write();
    }

    /** Ends exactly the recorded processes that still run, in stop order. Call it before the first {@link #add}. */
    void endLeftovers(ProgressLog progress) {
        recorded().stream()
                .filter(leftover -> leftover.find().isPresent())
                .collect(Collectors.groupingBy(RecordedProcess::kind, TreeMap::new, Collectors.toList()))
                .forEach((kind, leftovers) -> {
                    leftovers.forEach(leftover -> progress.say("Ending " + leftover.name() + " (process "
                            + leftover.pid() + "), left by a stack that was killed"));
                    leftovers.parallelStream()
                            .flatMap(leftover -> leftover.find().stream())
                            .forEach(process -> end(kind, process, GRACE));
                });
        write();
    }

    List<RecordedProcess> recorded() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return Files.readAllLines(file).stream().map(RecordedProcess::parse).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks a process to end. After the grace period, kills it and its children. */
    static void end(PartKind kind, ProcessHandle process, Duration grace) {
        List<ProcessHandle> family = process.descendants().toList();
        kind.signal(process);
        process.onExit()
                .completeOnTimeout(process, grace.toSeconds(), TimeUnit.SECONDS)
                .join();
        process.destroyForcibly();
        process.onExit().join();
        family.stream().filter(ProcessHandle::isAlive).forEach(ProcessHandle::destroyForcibly);
    }

    private void write() {
        String lines = processes.stream().map(RecordedProcess::line).collect(Collectors.joining("\n"));
        try {
            Path written = Files.writeString(file.resolveSibling(file.getFileName() + ".new"), lines);
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot record the child processes in " + file, e);
        }
    }
}
