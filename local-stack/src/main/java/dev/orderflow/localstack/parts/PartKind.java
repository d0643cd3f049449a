package dev.orderflow.localstack.parts;

import dev.orderflow.localstack.StackFailure;
import java.io.IOException;

/** The kinds of parts in stop order: users of another part stop first. */
public enum PartKind {
    SERVER,
    GATEWAY,
    REDIS,
    KAFKA,
    POSTGRES;

    /** Returns the signal that asks a process to end. */
    String stopSignal() {
        return this == POSTGRES ? "INT" : "TERM"; // on SIGTERM, PostgreSQL waits for every client to disconnect
    }

    /** Asks a process to end, without waiting. A suspended process is resumed, so that it receives the signal. */
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
