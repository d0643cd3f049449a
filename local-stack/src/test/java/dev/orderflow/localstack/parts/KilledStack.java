package dev.orderflow.localstack.parts;

import dev.orderflow.localstack.backends.BackendKind;
import dev.orderflow.localstack.backends.Backends;
import dev.orderflow.localstack.backends.StackOptions;
import dev.orderflow.localstack.files.RepositoryCheckout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A process with a stack of its own, for tests that kill it: says that it is ready by writing a file, then waits for ever. */
final class KilledStack {
    private KilledStack() {}

    public static void main(String[] arguments) throws IOException {
        Path home = Path.of(arguments[0]);
        Backends.start(StackOptions.forTests(home, BackendKind.valueOf(arguments[1])));
        Files.createFile(home.resolve("ready"));
        ProcessHandle.current().parent().ifPresent(parent -> parent.onExit().join());
    }

    static Process start(Path home, BackendKind kind) throws IOException {
        return start(KilledStack.class, home.toString(), kind.name());
    }

    /** Runs a class in a JVM of its own. */
    static Process start(Class<?> main, String... arguments) throws IOException {
        List<String> java = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dorderflow.root=" + RepositoryCheckout.locate().root(),
                "-cp",
                System.getProperty("java.class.path"),
                main.getName());
        return new ProcessBuilder(
                        Stream.concat(java.stream(), Stream.of(arguments)).toList())
                .inheritIO()
                .start();
    }
}
