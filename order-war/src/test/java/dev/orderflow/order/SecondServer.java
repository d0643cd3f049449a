package dev.orderflow.order;

import dev.orderflow.chassis.harness.otlp.OtlpReceiver;
import dev.orderflow.localstack.launcher.TestEnvironment;
import dev.orderflow.localstack.server.LibertyServer;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The one other server of the service. It joins the first when a test first asks for it, and stays: a start costs more than most
 * tests do. It takes its share of the events; so test classes that use it come last, after those that look into the first one's log.
 */
final class SecondServer {

    /** For {@code @Order}: after all classes that have none. */
    static final int LAST = Integer.MAX_VALUE;

    /** It takes orders while fewer are under way: more than other tests leave behind. */
    static final int INTAKE_MOST = 20_000;

    /** Who finds no place there in this time is refused; long before the database gives up a lock. */
    private static final int WAIT_MS = 500;

    private static @Nullable OtlpReceiver receiver;
    private static @Nullable LibertyServer server;

    private SecondServer() {}

    /** Starts it when this is the first call. */
    static synchronized LibertyServer get() {
        if (server == null) {
            Map<String, String> variables = new HashMap<>(telemetry().environment());
            variables.put("ORDERFLOW_INTAKE_MOST", Integer.toString(INTAKE_MOST));
            variables.put("ORDERFLOW_INTAKE_WAIT_MS", Integer.toString(WAIT_MS));
            variables.put("ORDERFLOW_HTTP_HOSTS", "shop.example.com,www.example.com");
            server = TestEnvironment.replica("order-2", variables);
        }
        return server;
    }

    /** Receives what it measures. */
    static synchronized OtlpReceiver telemetry() {
        if (receiver == null) {
            receiver = new OtlpReceiver();
        }
        return receiver;
    }
}
