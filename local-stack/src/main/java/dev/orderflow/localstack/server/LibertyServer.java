package dev.orderflow.localstack.server;

import dev.orderflow.localstack.ServiceName;
import dev.orderflow.localstack.StackFailure;
import dev.orderflow.localstack.files.RepositoryCheckout;
import dev.orderflow.localstack.parts.HttpReadiness;
import dev.orderflow.localstack.parts.PartKind;
import dev.orderflow.localstack.parts.PartRun;
import dev.orderflow.localstack.parts.StackHome;
import dev.orderflow.localstack.parts.StackPart;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An Open Liberty server with one service, from the shared installation; ready when /health/ready returns 200. */
public final class LibertyServer extends StackPart {
    /** For a small machine on which three servers start at once: the C2 compiler alone would double that time. */
    private static final String JVM_ARGS = "-Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1";

    private static final String METRICS_EXPORTER = "OTEL_METRICS_EXPORTER";

    /** When it stops, the server writes the archive, which takes some seconds. */
    private static final Duration ARCHIVE_LIMIT = Duration.ofMinutes(2);

    private final ServerOptions options;
    private final Path liberty;
    private final String classData;

    private LibertyServer(StackHome home, ServerOptions options, Path liberty, String classData) {
        super(home, PartKind.SERVER, options.name(), options.port());
        this.options = options;
        this.liberty = liberty;
        this.classData = classData;
    }

    /**
     * Starts a server in the home of its backends, which also stops it. Returns when it is ready, after five minutes at
     * most.
     */
    public static LibertyServer start(StackHome home, ServerOptions options) {
        LibertyServer server = of(home, options);
        server.start();
        return server;
    }

    private static LibertyServer of(StackHome home, ServerOptions options) {
        RepositoryCheckout checkout = RepositoryCheckout.locate();
        return new LibertyServer(
                home, options, checkout.liberty(), ClassArchive.of(checkout).use());
    }

    /**
     * Creates the class data archive, if it is missing: runs this server once until it is ready. Its backends must be
     * ready.
     */
    public static void train(StackHome home, ServerOptions options) {
        RepositoryCheckout checkout = RepositoryCheckout.locate();
        ClassArchive.of(checkout).train(arguments -> {
            home.progress().say("Creating a class data archive once, which makes later starts faster");
            LibertyServer server =
                    new LibertyServer(home, options.without(METRICS_EXPORTER), checkout.liberty(), arguments);
            try {
                server.start();
                server.stop(ARCHIVE_LIMIT);
            } catch (StackFailure e) {
                home.progress().say("No class data archive was made: " + e.getMessage());
            }
        });
    }

    /** Starts a server without waiting until it is ready, which it may never be. */
    public static LibertyServer begin(StackHome home, ServerOptions options) {
        LibertyServer server = of(home, options);
        server.begin();
        return server;
    }

    public URI baseUri() {
        return URI.create("http://localhost:" + port());
    }

    public ServiceName service() {
        return options.service();
    }

    /** Returns a variable of the server; empty if it is not set. */
    public String variable(String variable) {
        return options.environment().getOrDefault(variable, "");
    }

    public ServerOptions options() {
        return options;
    }

    @Override
    protected void prepare() throws IOException {
        ServerFiles files = new ServerFiles(home(), RepositoryCheckout.locate());
        files.shared();
        files.server(options.service(), name());
    }

    @Override
    protected PartRun launch() {
        return spawn(List.of(liberty.resolve("bin/server").toString(), "run", name()), environment());
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new TreeMap<>(Map.of(
                "JAVA_HOME",
                System.getProperty("java.home"),
                "JVM_ARGS",
                JVM_ARGS,
                "WLP_USER_DIR",
                home().usr().toString(),
                "WLP_OUTPUT_DIR",
                home().output().toString(),
                // On one machine, a missing heartbeat means a crash: a shorter session timeout suffices.
                "MP_MESSAGING_CONNECTOR_LIBERTY_KAFKA_SESSION_TIMEOUT_MS",
                "10000",
                // No load balancer must notice that a server stops, unless a test configures it.
                "ORDERFLOW_STOP_DRAIN_MS",
                System.getenv().getOrDefault("ORDERFLOW_STOP_DRAIN_MS", "0"),
                "HTTP_HOST",
                "127.0.0.1",
                "HTTP_PORT",
                Integer.toString(port())));
        environment.putAll(options.environment());
        environment.merge("JVM_ARGS", classData, (arguments, archive) -> archive + " " + arguments);
        if (!exportsMetrics(environment)) {
            environment.put("WLP_SKIP_BOOTSTRAP_AGENT", "true");
        }
        return environment;
    }

    /**
     * An agent provides Liberty's own metrics (requests, connection pools). A start without it is faster. If metrics
     * are exported, the variable must not be set at all.
     */
    private static boolean exportsMetrics(Map<String, String> environment) {
        String inherited = System.getenv().getOrDefault(METRICS_EXPORTER, "none");
        return !environment.getOrDefault(METRICS_EXPORTER, inherited).equals("none");
    }

    @Override
    protected void probe() throws IOException, InterruptedException {
        HttpReadiness.require(port());
    }

    @Override
    protected Duration limit() {
        return Duration.ofMinutes(5);
    }
}
