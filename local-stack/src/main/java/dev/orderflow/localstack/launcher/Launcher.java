package dev.orderflow.localstack.launcher;

import dev.orderflow.localstack.ProgressLog;
import dev.orderflow.localstack.StackFailure;
import dev.orderflow.localstack.StackPorts;
import dev.orderflow.localstack.backends.Backends;
import dev.orderflow.localstack.backends.StackOptions;
import dev.orderflow.localstack.files.RepositoryCheckout;
import dev.orderflow.localstack.gateway.GatewaySimulator;
import dev.orderflow.localstack.parts.PartRun;
import dev.orderflow.localstack.parts.StackHome;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * The main class of {@code mvn -Plocal} and {@code mvn -Pbackends}. Starts the stack or only its backends, prints how
 * to use it, and stops it when this process is terminated, its parent process has ended, or a part ends unexpectedly.
 */
public final class Launcher {
    /**
     * Time limit of a graceful stop; the data survive a kill. The watchdog needs up to three more seconds, and nothing
     * may be running ten seconds after Maven has ended.
     */
    private static final int STOP_LIMIT_S = 6;

    private static final Logger KAFKA_CLIENT = Logger.getLogger("org.apache.kafka");

    private final ProgressLog progress;
    private final StackHome home;
    private final StackOptions options;

    private Launcher(ProgressLog progress, StackHome home, StackOptions options) {
        this.progress = progress;
        this.home = home;
        this.options = options;
    }

    /** Runs {@code stack} or {@code backends}. Exits with code 1 if the stack cannot start or continue. */
    public static void main(String[] arguments) {
        KAFKA_CLIENT.setLevel(Level.SEVERE);
        ProgressLog progress = ProgressLog.timed(System.out);
        try {
            Path directory = RepositoryCheckout.locate().root().resolve("target/local-stack");
            StackOptions options = StackOptions.fromEnvironment(directory, System.getenv(), progress);
            Launcher launcher = new Launcher(progress, StackHome.open(directory, progress), options);
            launcher.stopAtEnd();
            launcher.run(Arrays.asList(arguments).contains("backends"));
        } catch (StackFailure | IOException e) {
            progress.say("FAILED: " + e.getMessage());
        }
        System.exit(1);
    }

    private void run(boolean backendsOnly) throws IOException {
        if (backendsOnly) {
            StackPorts.requireFree(Stream.of(options.ports().gateway()));
            Backends backends = Backends.start(home, options);
            GatewaySimulator gateway = new DevMode(backends, options).prepare();
            LocalStack.start(backends, gateway);
            progress.say(WelcomeText.toBackends(backends, gateway));
        } else {
            progress.say(LocalStack.start(home, options).welcome());
        }
        PartRun ended = home.firstEnd().join();
        if (!home.isClosed()) {
            throw ended.unexpectedEnd();
        }
    }

    /** Handles Ctrl-C, SIGTERM and our own exit. The end of Maven, our parent, causes an exit. */
    private void stopAtEnd() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop-stack"));
        if (Boolean.getBoolean("orderflow.stopWithParent")) {
            Thread.ofPlatform().daemon().name("exit-with-parent").start(Launcher::exitWithParent);
        }
    }

    /**
     * Exits when the parent ends. Only the parent holds the other end of our input. Its process id would not do: it
     * exists until the parent's exit status is read.
     */
    private static void exitWithParent() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            System.exit(1);
        }
    }

    private void cutShort() {
        progress.say("Stopping took too long: killing the remaining processes; no data are lost");
        Runtime.getRuntime().halt(1);
    }

    private void stop() {
        CompletableFuture.delayedExecutor(STOP_LIMIT_S, TimeUnit.SECONDS, Runnable::run)
                .execute(this::cutShort);
        home.close();
        progress.say("Everything has stopped");
    }
}
