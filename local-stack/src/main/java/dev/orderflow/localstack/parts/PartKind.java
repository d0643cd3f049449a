package dev.orderflow.localstack.parts;

import dev.orderflow.localstack.StackFailure;
import java.io.IOException;

/** The kinds of child processes, in the order in which they are stopped: whoever uses another goes first. */
public enum PartKind {
    SERVER,
    GATEWAY,
    REDIS,
    KAFKA,
    POSTGRES;

    /** Asks a process to end. */
    String stopSignal() {
        return this == POSTGRES ? "INT" : "TERM"; // SIGTERM has PostgreSQL wait for every client to leave
    }

    /** Asks the process to end, without waiting; one that is paused goes on, to hear it. */
    void signal(ProcessHandle process) {
        send(stopSignal(), process.pid());
        send("CONT", process.pid());
    }

    static void send(String signal, long pid) {
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(pid))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new StackFailure("Cannot run 'kill' for process " + pid, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
