package dev.orderflow.inventory;

import dev.orderflow.localstack.launcher.TestEnvironment;
import dev.orderflow.localstack.server.LibertyServer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The one other server of the service. It joins the first when a test first asks for it, and stays: a start costs more than most
 * tests do, and all others hold for two servers as they do for one. It may be frozen: its sessions end sooner than the first one's.
 */
final class SecondServer {

    private static @Nullable LibertyServer server;

    private SecondServer() {}

    /** Starts it when this is the first call. */
    static synchronized LibertyServer get() {
        if (server == null) {
            server = TestEnvironment.replica(
                    "inventory-2",
                    Map.of(
                            "DB_IDLE_IN_TRANSACTION_TIMEOUT", "4s",
                            // It can be frozen while it waits for a row.
                            "DB_LOCK_TIMEOUT", "1min",
                            "MP_MESSAGING_CONNECTOR_LIBERTY_KAFKA_SESSION_TIMEOUT_MS", "6000",
                            "ORDERFLOW_RELAY_ACKNOWLEDGE_TIMEOUT_MS", "4000"));
        }
        return server;
    }
}
