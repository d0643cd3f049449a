package dev.orderflow.kustomize.docker;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** The command line of Docker. */
final class Docker {

    /** The combined output of a command and its exit status. */
    record Answer(int status, String text) {}

    private Docker() {}

    /** Runs a command and returns its output. Throws if it fails. */
    static String run(String... arguments) {
        return run(List.of(arguments));
    }

    static String run(List<String> arguments) {
        Answer answer = ask(arguments);
        if (answer.status() != 0) {
            throw new IllegalStateException("docker " + String.join(" ", arguments) + ": " + answer.text());
        }
        return answer.text().strip();
    }

    static Answer ask(List<String> arguments) {
        return ask("", arguments);
    }

    /** The input must be short, because it is written before any output is read. */
    static Answer ask(String input, List<String> arguments) {
        try {
            Process process = new ProcessBuilder(Stream.concat(Stream.of("docker"), arguments.stream())
                            .toList())
                    .redirectErrorStream(true)
                    .start();
            try (OutputStream toProcess = process.getOutputStream()) {
                toProcess.write(input.getBytes(StandardCharsets.UTF_8));
            }
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Answer(process.waitFor(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while docker ran " + arguments, e);
        }
    }
}
