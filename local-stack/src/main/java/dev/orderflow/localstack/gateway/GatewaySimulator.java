package dev.orderflow.localstack.gateway;

import dev.orderflow.localstack.Database;
import dev.orderflow.localstack.ServiceName;
import dev.orderflow.localstack.StackPorts;
import dev.orderflow.localstack.backends.Backends;
import dev.orderflow.localstack.files.RepositoryCheckout;
import dev.orderflow.localstack.parts.HttpReadiness;
import dev.orderflow.localstack.parts.PartKind;
import dev.orderflow.localstack.parts.PartRun;
import dev.orderflow.localstack.parts.StackHome;
import dev.orderflow.localstack.parts.StackPart;
import dev.orderflow.localstack.server.ServerOptions;
import java.net.URI;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The simulated payment gateway, in its own process; ready when /health/ready returns 200. Its database must be ready
 * before it starts.
 */
public final class GatewaySimulator extends StackPart {
    private static final String NAME = "gateway-simulator";
    private static final String SECRET = "PAYMENT_WEBHOOK_SECRET";

    /**
     * As in its Dockerfile. The small heap can still delay about a thousand requests. The C2 compiler would cost more
     * than it gains.
     */
    private static final List<String> JVM_ARGS = List.of("-Xmx32m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private final Path jar;
    private final Map<String, String> environment;
    private final GatewayLedgerMigration ledgerMigration;
    private boolean isLedgerMigrated;

    private GatewaySimulator(
            StackHome home,
            int port,
            Path jar,
            Map<String, String> environment,
            GatewayLedgerMigration ledgerMigration) {
        super(home, PartKind.GATEWAY, NAME, port);
        this.jar = jar;
        this.environment = environment;
        this.ledgerMigration = ledgerMigration;
    }

    /** Creates the gateway that sends its webhooks to the payment server among these; empty without one. */
    public static Optional<GatewaySimulator> of(
            Backends backends, StackPorts ports, Collection<ServerOptions> servers) {
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

    /** Creates a gateway with additional variables, which override those of this process and of its database. */
    public static GatewaySimulator of(Backends backends, StackPorts ports, Map<String, String> variables) {
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
                // Fewer malloc arenas retain less freed memory.
                "MALLOC_ARENA_MAX",
                "2"));
        environment.putAll(variables);
        return new GatewaySimulator(
                backends.home(),
                port,
                RepositoryCheckout.locate().simulator(),
                environment,
                new GatewayLedgerMigration(backends.database(ServiceName.PAYMENT), database));
    }

    /** Returns the value of {@code GATEWAY_URL}. */
    public static String url(StackPorts ports) {
        return "http://localhost:" + ports.gateway().number() + "/api/gateway";
    }

    public URI baseUri() {
        return URI.create("http://localhost:" + port());
    }

    /**
     * Copies an old ledger before anything is charged, because its keys must not be charged again. Later starts skip
     * this, so they do not depend on the payment database.
     */
    @Override
    protected void prepare() {
        if (isLedgerMigrated) {
            return;
        }
        if (ledgerMigration.isRequired()) {
            home().progress().say("Copying the simulated gateway's ledger to its own database (once)");
            migrate();
            ledgerMigration.copy();
        }
        isLedgerMigrated = true;
    }

    private void migrate() {
        runToEnd("Cannot make the tables of the simulated gateway: it", command("migrate"), environment);
    }

    @Override
    protected PartRun launch() {
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
    protected void probe() throws Exception {
        HttpReadiness.require(port());
    }
}
