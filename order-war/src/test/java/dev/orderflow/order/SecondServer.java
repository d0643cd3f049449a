package dev.orderflow.order;

import dev.orderflow.chassis.harness.otlp.OtlpReceiver;
import dev.orderflow.localstack.launcher.TestEnvironment;
import dev.orderflow.localstack.server.LibertyServer;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A second server of the service. It starts when a test first requests it and keeps running, because a start takes
 * longer than most tests. It consumes some of the events, so test classes that use it run after those that read the
 * log of the first.
 */
final class SecondServer {

    /** For {@code @Order}: after all classes without the annotation. */
    static final int LAST = Integer.MAX_VALUE;

    /** Admits more open orders than other tests leave behind. */
    static final int INTAKE_MOST = 20_000;

    /** Requests wait this long for a slot, which is much shorter than the lock timeout of the database. */
    private static final int WAIT_MS = 500;

    private static @Nullable OtlpReceiver receiver;
    private static @Nullable LibertyServer server;

    private SecondServer() {}

    /** Starts the server on the first call. */
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

    /** Returns the receiver of its metrics. */
    static synchronized OtlpReceiver telemetry() {
        if (receiver == null) {
            receiver = new OtlpReceiver();
        }
        return receiver;
    }
}
