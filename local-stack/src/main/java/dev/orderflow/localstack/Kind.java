package dev.orderflow.localstack;

import java.io.IOException;

/** The kinds of child processes, in the order in which they are stopped: whoever uses another goes first. */
enum Kind {
    SERVER,
    REDIS,
    KAFKA,
    POSTGRES;

    /** Asks the process to end, without waiting. */
    void signal(ProcessHandle process) {
        if (this == POSTGRES) {
            interrupt(process); // SIGTERM would wait for every client to leave
        } else {
            process.destroy();
        }
    }

    private static void interrupt(ProcessHandle process) {
        try {
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new StackFailure("Cannot run 'kill' to stop process " + process.pid(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
