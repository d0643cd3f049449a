package dev.orderflow.systemtests.faults;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** What happened, as JSON lines in a file: to be read when something went wrong. */
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

    /** Values are names, ids and numbers: nothing that JSON would have to escape. */
    synchronized void tell(String what, Object... namesAndValues) {
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
