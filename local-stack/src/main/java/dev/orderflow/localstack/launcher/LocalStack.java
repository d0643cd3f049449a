package dev.orderflow.localstack.launcher;

import dev.orderflow.localstack.ConcurrentTasks;
import dev.orderflow.localstack.StackPorts;
import dev.orderflow.localstack.ServiceName;
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

/** The whole system on one machine: the backends, the simulated gateway and one server of each service. */
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

    /** Returns when every server is ready; a failure leaves nothing running. */
    public static LocalStack start(StackOptions options) {
        StackHome home = StackHome.open(options.home(), options.progress());
        try {
            return start(home, options);
        } catch (RuntimeException e) {
            home.close();
            throw e;
        }
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
     * Backends and servers start at the same time: a server waits for what it needs, and most of its start needs none
     * of it.
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

    /** Waits for its database, which may have to take over an old ledger before anything is charged. */
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

    /** The simulated one. It signs its webhooks with a secret of this run, unless one is named. */
    private static ServerOptions withGateway(ServerOptions server, StackPorts ports) {
        return server.with("GATEWAY_URL", GatewaySimulator.url(ports))
                .with(WEBHOOK_SECRET, System.getenv().getOrDefault(WEBHOOK_SECRET, PostgresPasswords.random()));
    }

    /**
     * The page that the order service serves asks the other services too: it is told where, and they are told whose
     * page it is.
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

    /** The first server of a service. */
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

    /** What a person reads when the start is over: where everything is, and what to try. */
    public String welcome() {
        return WelcomeText.toStack(ports);
    }

    /** Starts one more server of a service, with the same backends, on a port of its own. */
    public LibertyServer startReplica(ServiceName service, String name, int port) {
        return LibertyServer.start(backends.home(), server(service).options().replica(name, port));
    }

    /** Stops the servers, then the gateway, Redis, Kafka and PostgreSQL. May be called twice. */
    @Override
    public void close() {
        backends.close();
    }
}
