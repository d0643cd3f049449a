package dev.orderflow.localstack;

import java.io.PrintStream;
import java.util.Locale;

/** Where the stack says what it does, one line at a time. */
@FunctionalInterface
public interface ProgressLog {
    void say(String line);

    static ProgressLog silent() {
        return line -> {};
    }

    /** Puts the seconds since this call before every line. */
    static ProgressLog timed(PrintStream out) {
        long start = System.nanoTime();
        return line -> out.printf(Locale.ROOT, "[%5.1f s] %s%n", (System.nanoTime() - start) / 1e9, line);
    }
}
