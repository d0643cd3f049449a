package dev.orderflow.inventory;

import dev.orderflow.localstack.launcher.TestEnvironment;
import dev.orderflow.localstack.server.LibertyServer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A second server of the service. It starts when a test first requests it and keeps running, because a start takes
 * longer than most tests, which pass with one or two servers. Tests may freeze it: its sessions expire sooner than
 * those of the first.
 */
final class SecondServer {

    private static @Nullable LibertyServer server;

    private SecondServer() {}

    /** Starts the server on the first call. */
    static synchronized LibertyServer get() {
        if (server == null) {
            server = TestEnvironment.replica(
                    "inventory-2",
                    Map.of(
                            "DB_IDLE_IN_TRANSACTION_TIMEOUT", "4s",
                            // A test may freeze it while it waits for a row.
                            "DB_LOCK_TIMEOUT", "1min",
                            "MP_MESSAGING_CONNECTOR_LIBERTY_KAFKA_SESSION_TIMEOUT_MS", "6000",
                            "ORDERFLOW_RELAY_ACKNOWLEDGE_TIMEOUT_MS", "4000"));
        }
        return server;
    }
}
