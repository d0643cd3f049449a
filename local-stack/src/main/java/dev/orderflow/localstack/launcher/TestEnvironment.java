package dev.orderflow.localstack.launcher;

import dev.orderflow.localstack.ConcurrentTasks;
import dev.orderflow.localstack.ProgressLog;
import dev.orderflow.localstack.ServiceName;
import dev.orderflow.localstack.StackFailure;
import dev.orderflow.localstack.StackPorts;
import dev.orderflow.localstack.backends.Backends;
import dev.orderflow.localstack.backends.StackOptions;
import dev.orderflow.localstack.files.Folders;
import dev.orderflow.localstack.gateway.GatewaySimulator;
import dev.orderflow.localstack.parts.StackHome;
import dev.orderflow.localstack.server.LibertyServer;
import dev.orderflow.localstack.server.ServerOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.microshed.testing.ApplicationEnvironment;

/**
 * Runs {@code @MicroShedTest} classes against the WAR of the current Maven module, on a real Liberty server with its
 * own backends (embedded or containers) and empty databases. All test classes of a JVM share them. They stop when the
 * JVM ends.
 */
public final class TestEnvironment implements ApplicationEnvironment {
    private static final int BEFORE_MANUAL_SETUP = DEFAULT_PRIORITY * 10;

    private static @Nullable Backends backends;
    private static @Nullable LibertyServer server;
    private static @Nullable GatewaySimulator gateway;

    @Override
    public int getPriority() {
        return BEFORE_MANUAL_SETUP;
    }

    @Override
    public void start() {
        server();
    }

    @Override
    public String getApplicationURL() {
        return server().baseUri().toString();
    }

    /** Returns the backends. The first call starts them. */
    public static synchronized Backends backends() {
        if (backends != null) {
            return backends;
        }
        Backends opened = open();
        ConcurrentTasks.run(opened.starts());
        return opened;
    }

    private static Backends open() {
        Path home = freshHome();
        Backends opened = Backends.open(StackHome.open(home, ProgressLog.silent()), StackOptions.forTests(home));
        Runtime.getRuntime().addShutdownHook(new Thread(opened::close, "stop-test-environment"));
        backends = opened;
        return opened;
    }

    /** Returns the server. The first call starts it and its backends. */
    public static synchronized LibertyServer server() {
        if (server != null) {
            return server;
        }
        Backends opened = backends == null ? open() : backends;
        StackOptions options = StackOptions.forTests(opened.home().directory());
        ServerOptions only = LocalStack.serverOptions(service(), opened, options);
        var simulator = GatewaySimulator.of(opened, options.ports(), List.of(only));
        gateway = simulator.orElse(null);
        LibertyServer started = LocalStack.start(opened, simulator, List.of(only))
                .values()
                .iterator()
                .next();
        server = started;
        return started;
    }

    /** Returns the gateway of the payment service. Throws in the tests of other services. */
    public static synchronized GatewaySimulator gateway() {
        server();
        return Objects.requireNonNull(gateway, "gateway");
    }

    /** Starts a replica of the server under another name and port. The caller stops it. */
    public static LibertyServer replica(String name, Map<String, String> variables) {
        LibertyServer first = server();
        ServerOptions options = first.options().replica(name, StackPorts.free().http(first.service()));
        for (var variable : variables.entrySet()) {
            options = options.with(variable.getKey(), variable.getValue());
        }
        return LibertyServer.start(first.home(), options);
    }

    /** Returns the home of a test stack, which is separate for each JVM that runs tests of the module. */
    public static Path home(String name) {
        return Path.of("target", name + System.getProperty("orderflow.fork", ""))
                .toAbsolutePath();
    }

    /**
     * Starts a replica without waiting until it is ready, which it may never be. The caller stops it. It has the
     * variables of the first server, without the left-out ones, plus these.
     */
    public static LibertyServer unready(String name, Set<String> leftOut, Map<String, String> variables) {
        LibertyServer first = server();
        ServerOptions options = first.options().replica(name, StackPorts.free().http(first.service()));
        for (String variable : leftOut) {
            options = options.without(variable);
        }
        for (var variable : variables.entrySet()) {
            options = options.with(variable.getKey(), variable.getValue());
        }
        return LibertyServer.begin(first.home(), options);
    }

    private static Path freshHome() {
        Path home = home("test-environment");
        try (StackHome leftovers = StackHome.open(home, ProgressLog.silent())) {
            Folders.delete(leftovers.data("postgres"));
            Folders.delete(leftovers.data("kafka"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return home;
    }

    private static ServiceName service() {
        Path module = Path.of("").toAbsolutePath().getFileName();
        return Arrays.stream(ServiceName.values())
                .filter(service -> module != null && service.module().equals(module.toString()))
                .findFirst()
                .orElseThrow(
                        () -> new StackFailure("The working directory must be the module of a service, not " + module));
    }
}
