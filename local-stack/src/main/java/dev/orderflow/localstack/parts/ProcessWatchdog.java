package dev.orderflow.localstack.parts;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.orderflow.localstack.StackFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Ends the child processes of this JVM within three seconds after the JVM has ended, even if it was killed. A shell
 * does this when its input ends: a pipe that only this JVM can write to.
 */
public final class ProcessWatchdog {
    private static @Nullable OutputStream input;

    private ProcessWatchdog() {}

    /** Registers a process, and its process group if it leads one. */
    public static void register(ProcessHandle process) {
        register("TERM", process);
    }

    static synchronized void register(String signal, ProcessHandle process) {
        try {
            if (input == null) {
                input = start();
            }
            input.write("%s %d%n".formatted(signal, process.pid()).getBytes(US_ASCII));
            input.flush();
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
