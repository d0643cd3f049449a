package dev.orderflow.systemtests.faults;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** Records the events of a run as JSON lines in a file, for analysis after a failure. */
final class FaultHistory implements AutoCloseable {

    private final Path file;
    private final BufferedWriter out;

    FaultHistory(Path file) {
        this.file = file;
        try {
            Files.createDirectories(file.getParent());
            this.out = Files.newBufferedWriter(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Values are names, ids and numbers, which need no escaping in JSON. */
    synchronized void record(String what, Object... namesAndValues) {
        StringBuilder line = new StringBuilder("{\"at\": \"%s\", \"what\": \"%s\"".formatted(Instant.now(), what));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            line.append(", \"%s\": \"%s\"".formatted(namesAndValues[i], namesAndValues[i + 1]));
        }
        try {
            out.write(line.append("}\n").toString());
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path file() {
        return file;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
