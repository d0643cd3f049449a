package dev.orderflow.localstack.launcher;

import dev.orderflow.localstack.StackPorts;
import dev.orderflow.localstack.ProgressLog;
import dev.orderflow.localstack.StackFailure;
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
 * What {@code mvn -Plocal} and {@code mvn -Pbackends} run: starts the stack, or its backends alone, says how to use it,
 * and stops it when this process is asked to end, when the process that started it has ended, or when a part ends by
 * itself.
 */
public final class Launcher {
    /**
     * A stop in order is cut short after this time; the data outlive that. The watchdog then needs up to three seconds,
     * and nothing may be left ten seconds after Maven was ended.
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

    /** Runs {@code stack} or {@code backends}; ends with code 1 when the stack cannot start or go on. */
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

    /** Ctrl-C, SIGTERM and our own exit all come through here; the death of Maven, which is our parent, leads to it. */
    private void stopAtEnd() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop-stack"));
        if (Boolean.getBoolean("orderflow.stopWithParent")) {
            Thread.ofPlatform().daemon().name("watch-parent").start(Launcher::endWithParent);
        }
    }

    /**
     * Only the parent can write to our input, which ends with it: its id stays as long as nobody has asked how it
     * ended.
     */
    private static void endWithParent() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            System.exit(1);
        }
    }

    private void cutShort() {
        progress.say("The stop has taken too long: what still runs is killed, and no data are lost");
        Runtime.getRuntime().halt(1);
    }

    private void stop() {
        CompletableFuture.delayedExecutor(STOP_LIMIT_S, TimeUnit.SECONDS, Runnable::run)
                .execute(this::cutShort);
        home.close();
        progress.say("Everything has stopped");
    }
}
