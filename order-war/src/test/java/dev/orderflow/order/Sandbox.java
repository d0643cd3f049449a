package dev.orderflow.order;

import dev.orderflow.localstack.Backends;
import dev.orderflow.localstack.LibertyServer;
import dev.orderflow.localstack.Ports;
import dev.orderflow.localstack.ServerOptions;
import dev.orderflow.localstack.ServiceName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Backends and servers of the order service that a test may kill, starve and restart: they are nobody else's. */
final class Sandbox {

    /** Whoever stands still is noticed sooner than by default, but not before a busy machine has had its turn. */
    private static final Map<String, String> IMPATIENT = Map.of(
            "SAMPLE_DATA", "true",
            "ORDERFLOW_HEALTH_STALL_MS", "20000",
            "ORDERFLOW_HEALTH_LAG_EVERY_MS", "500",
            "ORDERFLOW_RELAY_ACKNOWLEDGE_TIMEOUT_MS", "4000",
            "ORDERFLOW_STOP_DRAIN_MS", "20000");

    private static final Map<String, Integer> PORTS = new ConcurrentHashMap<>();
    private static final Map<String, LibertyServer> SERVERS = new HashMap<>();
    private static @Nullable Backends backends;

    private Sandbox() {}

    /** Starts them when this is the first call; they are stopped when the JVM ends. */
    static synchronized Backends backends() {
        if (backends == null) {
            backends = Backends.start(freshHome());
            Runtime.getRuntime().addShutdownHook(new Thread(backends::close, "stop-sandbox"));
        }
        return backends;
    }

    private static Path freshHome() {
        try {
            return Files.createTempDirectory(Path.of("target").toAbsolutePath(), "sandbox");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the server of this name will be, or is. */
    static URI reserve(String name) {
        int port = PORTS.computeIfAbsent(name, first -> Ports.free().http(ServiceName.ORDER));
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Starts a server when it does not run; variables count when this is the first call for the name. */
    static synchronized LibertyServer server(String name, Map<String, String> variables) {
        LibertyServer known = SERVERS.get(name);
        if (known != null) {
            known.start();
            return known;
        }
        int port = reserve(name).getPort();
        Map<String, String> environment = new HashMap<>(backends().environment(ServiceName.ORDER));
        environment.putAll(IMPATIENT);
        environment.putAll(variables);
        LibertyServer server = LibertyServer.start(
                backends().home(),
                ServerOptions.of(ServiceName.ORDER, port, environment).replica(name, port));
        SERVERS.put(name, server);
        return server;
    }
}
