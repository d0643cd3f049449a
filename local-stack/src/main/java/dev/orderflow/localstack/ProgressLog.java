package dev.orderflow.localstack;

import java.io.PrintStream;
import java.util.Locale;

/** Reports the progress of the stack, line by line. */
@FunctionalInterface
public interface ProgressLog {
    void say(String line);

    static ProgressLog silent() {
        return line -> {};
    }

    /** Prefixes each line with the seconds since this call. */
    static ProgressLog timed(PrintStream out) {
        long start = System.nanoTime();
        return line -> out.printf(Locale.ROOT, "[%5.1f s] %s%n", (System.nanoTime() - start) / 1e9, line);
    }
}
