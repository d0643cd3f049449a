package dev.orderflow.localstack.parts;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A recorded child process. The start time distinguishes it from a later process with the same id. */
record RecordedProcess(PartKind kind, String name, long pid, Instant start) {
    /** The precision of a start time, which is computed from clock ticks and boot time. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(2);

    static RecordedProcess of(PartKind kind, String name, ProcessHandle process) {
        return new RecordedProcess(
                kind, name, process.pid(), process.info().startInstant().orElseGet(Instant::now));
    }

    static RecordedProcess parse(String line) {
        String[] fields = line.split(" ", 4);
        return new RecordedProcess(
                PartKind.valueOf(fields[0]),
                fields[3],
                Long.parseLong(fields[1]),
                Instant.ofEpochMilli(Long.parseLong(fields[2])));
    }

    String line() {
        return "%s %d %d %s".formatted(kind, pid, start.toEpochMilli(), name);
    }

    /** Returns the process if it still runs and is the recorded one. */
    Optional<ProcessHandle> find() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::startedThen);
    }

    private boolean startedThen(ProcessHandle process) {
        return process.info()
                .startInstant()
                .filter(actual -> Duration.between(start, actual).abs().compareTo(CLOCK_TOLERANCE) < 0)
                .isPresent();
    }
}
