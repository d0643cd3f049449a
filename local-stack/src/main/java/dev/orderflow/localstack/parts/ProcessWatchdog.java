package dev.orderflow.localstack.parts;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.orderflow.localstack.StackFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Ends the processes that this JVM has started and not ended, three seconds after the JVM itself has ended at the
 * latest, also when it was killed. A shell does it, which waits for the end of its input: a pipe that nobody but this
 * JVM can write to.
 */
public final class ProcessWatchdog {
    private static @Nullable OutputStream watched;

    private ProcessWatchdog() {}

    /** Watches a process, and its process group if it leads one. */
    public static void watch(ProcessHandle process) {
        watch("TERM", process);
    }

    static synchronized void watch(String signal, ProcessHandle process) {
        try {
            if (watched == null) {
                watched = start();
            }
            watched.write("%s %d%n".formatted(signal, process.pid()).getBytes(US_ASCII));
            watched.flush();
        } catch (IOException e) {
            throw new StackFailure("Cannot watch process " + process.pid() + ": " + e.getMessage(), e);
        }
    }

    private static OutputStream start() throws IOException {
        return new ProcessBuilder(ChildProcess.inOwnSession("sh", "-c", script(), "orderflow-watchdog"))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
                .getOutputStream();
    }

    private static String script() throws IOException {
        try (InputStream script = ProcessWatchdog.class.getResourceAsStream("watchdog.sh")) {
            return new String(Objects.requireNonNull(script, "watchdog.sh").readAllBytes(), US_ASCII);
        }
    }
}
