package dev.orderflow.localstack.launcher;

import dev.orderflow.localstack.ConcurrentTasks;
import dev.orderflow.localstack.ServiceName;
import dev.orderflow.localstack.StackPorts;
import dev.orderflow.localstack.backends.Backends;
import dev.orderflow.localstack.backends.StackOptions;
import dev.orderflow.localstack.backends.postgres.PostgresPasswords;
import dev.orderflow.localstack.files.RepositoryCheckout;
import dev.orderflow.localstack.gateway.GatewaySimulator;
import dev.orderflow.localstack.parts.StackHome;
import dev.orderflow.localstack.server.ClassArchive;
import dev.orderflow.localstack.server.LibertyServer;
import dev.orderflow.localstack.server.ServerOptions;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The whole system on one machine: backends, simulated gateway, and one server per service. */
public final class LocalStack implements AutoCloseable {
    private static final String JVM_ARGS = "JVM_ARGS";
    private static final String WEBHOOK_SECRET = "PAYMENT_WEBHOOK_SECRET";

    private final StackPorts ports;
    private final Backends backends;
    private final GatewaySimulator gateway;
    private final Map<ServiceName, LibertyServer> servers;

    private LocalStack(
            StackPorts ports, Backends backends, GatewaySimulator gateway, Map<ServiceName, LibertyServer> servers) {
        this.ports = ports;
        this.backends = backends;
        this.gateway = gateway;
        this.servers = servers;
    }

    /** Starts the system and returns when every server is ready. A failure leaves nothing running. */
    public static LocalStack start(StackOptions options) {
        return StackHome.start(options.home(), options.progress(), home -> start(home, options));
    }

    static LocalStack start(StackHome home, StackOptions options) {
        RepositoryCheckout.locate().requireServers();
        StackPorts.requireFree(options.ports().programs());
        Backends backends = Backends.open(home, options);
        List<ServerOptions> servers = Arrays.stream(ServiceName.values())
                .map(service -> serverOptions(service, backends, options))
                .toList();
        GatewaySimulator gateway =
                GatewaySimulator.of(backends, options.ports(), servers).orElseThrow();
        return new LocalStack(options.ports(), backends, gateway, start(backends, Optional.of(gateway), servers));
    }

    /**
     * Starts backends and servers concurrently. A server waits for the backends that it needs, and needs none for most
     * of its start.
     */
    static Map<ServiceName, LibertyServer> start(
            Backends backends, Optional<GatewaySimulator> gateway, List<ServerOptions> servers) {
        StackHome home = backends.home();
        if (ClassArchive.of(RepositoryCheckout.locate()).isMissing()) {
            ConcurrentTasks.run(backends.starts());
            LibertyServer.train(home, servers.getFirst());
        }
        Map<ServiceName, LibertyServer> started = Collections.synchronizedMap(new EnumMap<>(ServiceName.class));
        Stream<Runnable> starts = Stream.concat(
                gateway.stream().map(simulator -> () -> start(backends, simulator)),
                servers.stream().map(server -> () -> started.put(server.service(), LibertyServer.start(home, server))));
        home.progress().say("Starting the servers");
        ConcurrentTasks.run(Stream.concat(backends.starts().stream(), starts).toList());
        return started;
    }

    /** Starts the gateway once its database is ready, because an old ledger may have to be copied first. */
    static void start(Backends backends, GatewaySimulator gateway) {
        backends.readyPostgres();
        gateway.start();
    }

    static ServerOptions serverOptions(ServiceName service, Backends backends, StackOptions options) {
        ServerOptions server = forConsole(
                ServerOptions.of(service, options.ports().http(service), backends.environment(service))
                        .with("SAMPLE_DATA", "true"),
                options.ports());
        if (service == ServiceName.PAYMENT) {
            server = withGateway(server, options.ports());
        }
        for (var variable : options.servers().entrySet()) {
            server = server.with(variable.getKey(), variable.getValue());
        }
        if (options.outside().containsKey(JVM_ARGS)) {
            server = server.with(JVM_ARGS, options.outside().getOrDefault(JVM_ARGS, ""));
        }
        return server;
    }

    /** Configures the simulated gateway. The webhook secret is random, unless one is configured. */
    private static ServerOptions withGateway(ServerOptions server, StackPorts ports) {
        return server.with("GATEWAY_URL", GatewaySimulator.url(ports))
                .with(WEBHOOK_SECRET, System.getenv().getOrDefault(WEBHOOK_SECRET, PostgresPasswords.random()));
    }

    /**
     * Configures the console. Its page calls the other services, so it needs their URLs, and they must allow its
     * origin.
     */
    private static ServerOptions forConsole(ServerOptions server, StackPorts ports) {
        if (server.service() == ServiceName.ORDER) {
            return server.with(
                            "ORDERFLOW_CONSOLE_INVENTORY_URL", "http://localhost:" + ports.http(ServiceName.INVENTORY))
                    .with("ORDERFLOW_CONSOLE_PAYMENT_URL", "http://localhost:" + ports.http(ServiceName.PAYMENT))
                    .with(
                            "ORDERFLOW_CONSOLE_GATEWAY_URL",
                            "http://localhost:" + ports.gateway().number());
        }
        return server.with("CONSOLE_ORIGIN", ports.consoleOrigins());
    }

    public Backends backends() {
        return backends;
    }

    /** Returns the first server of a service. */
    public LibertyServer server(ServiceName service) {
        LibertyServer server = servers.get(service);
        if (server == null) {
            throw new IllegalStateException("no server of " + service);
        }
        return server;
    }

    public GatewaySimulator gateway() {
        return gateway;
    }

    /** Returns the text that is printed after the start: all URLs, and what to try. */
    public String welcome() {
        return WelcomeText.toStack(ports);
    }

    /** Starts a replica of a service on its own port, with the same backends. */
    public LibertyServer startReplica(ServiceName service, String name, int port) {
        return LibertyServer.start(backends.home(), server(service).options().replica(name, port));
    }

    /** Stops the servers, then the gateway, Redis, Kafka and PostgreSQL. Idempotent. */
    @Override
    public void close() {
        backends.close();
    }
}
