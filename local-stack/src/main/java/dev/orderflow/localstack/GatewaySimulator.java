package dev.orderflow.localstack;

import java.net.URI;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The simulated payment gateway, in a process of its own as the servers are, whatever the backends run in; ready when
 * /health/ready says 200. Its database must be ready before it starts.
 */
public final class GatewaySimulator extends StackPart {
    /** Its role has the same name. */
    static final String DATABASE = "gateway";

    private static final String NAME = "gateway-simulator";
    private static final String SECRET = "PAYMENT_WEBHOOK_SECRET";

    /**
     * As in its Dockerfile. So small a heap holds back about a thousand requests; the second compiler would cost more
     * than it earns.
     */
    private static final List<String> JVM_ARGS = List.of("-Xmx32m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private final Path jar;
    private final Map<String, String> environment;
    private final OldLedger oldLedger;

    private GatewaySimulator(Home home, int port, Path jar, Map<String, String> environment, OldLedger oldLedger) {
        super(home, Kind.GATEWAY, NAME, port);
        this.jar = jar;
        this.environment = environment;
        this.oldLedger = oldLedger;
    }

    /** The one that sends its webhooks to the payment server among these; none without such a server. */
    static Optional<GatewaySimulator> of(Backends backends, Ports ports, Collection<ServerOptions> servers) {
        return servers.stream()
                .filter(server -> server.service() == ServiceName.PAYMENT)
                .findFirst()
                .map(payment -> Map.of(
                        SECRET,
                        payment.environment().getOrDefault(SECRET, ""),
                        "SIMULATOR_WEBHOOK_URL",
                        "http://localhost:" + payment.port() + "/api/payments/webhooks"))
                .map(variables -> of(backends, ports, variables));
    }

    /** With further variables, over those of this process and those that lead to its database. */
    public static GatewaySimulator of(Backends backends, Ports ports, Map<String, String> variables) {
        Database database = backends.gatewayDatabase();
        int port = ports.gateway().number();
        Map<String, String> environment = new TreeMap<>(database.environment());
        environment.putAll(Map.of(
                "ORDERFLOW_ENVIRONMENT",
                "development",
                "HTTP_HOST",
                "127.0.0.1",
                "HTTP_PORT",
                Integer.toString(port),
                "CONSOLE_ORIGIN",
                ports.consoleOrigins(),
                // Of memory that threads have freed, fewer pools keep less.
                "MALLOC_ARENA_MAX",
                "2"));
        environment.putAll(variables);
        return new GatewaySimulator(
                backends.home(),
                port,
                Checkout.locate().simulator(),
                environment,
                new OldLedger(backends.database(ServiceName.PAYMENT), database));
    }

    /** What {@code GATEWAY_URL} is. */
    static String url(Ports ports) {
        return "http://localhost:" + ports.gateway().number() + "/api/gateway";
    }

    public URI baseUri() {
        return URI.create("http://localhost:" + port());
    }

    /** Nothing is charged before the old ledger is there: its keys must not be charged again. */
    @Override
    void prepare() {
        if (oldLedger.isToBeCopied()) {
            home().progress().say("Copying the simulated gateway's ledger to its own database, once");
            migrate();
            oldLedger.copy();
        }
    }

    private void migrate() {
        ChildProcess process = home().spawn(kind(), name(), command("migrate"), environment);
        long code = process.onExit().join().status();
        if (code != 0) {
            throw new StackFailure(
                    "Cannot make the tables of the simulated gateway: it ended with " + code + ", see " + logFile());
        }
    }

    @Override
    Run launch() {
        return spawn(command(), environment);
    }

    private List<String> command(String... arguments) {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return Stream.of(
                        Stream.of(java.toString()),
                        JVM_ARGS.stream(),
                        Stream.of("-jar", jar.toString()),
                        Stream.of(arguments))
                .flatMap(part -> part)
                .toList();
    }

    @Override
    void probe() throws Exception {
        HttpReadiness.require(port());
    }
}
