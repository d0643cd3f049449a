package dev.orderflow.order.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What an operator may tell the order streams. Defaults and units stand in microprofile-config.properties. */
@ApplicationScoped
public class StreamSettings {

    @Inject
    @ConfigProperty(name = "orderflow.stream.poll-ms")
    long pollMillis;

    @Inject
    @ConfigProperty(name = "orderflow.stream.heartbeat-ms")
    long heartbeatMillis;

    @Inject
    @ConfigProperty(name = "orderflow.stream.connections")
    int connections;

    @Inject
    @ConfigProperty(name = "orderflow.stream.backlog")
    int backlog;

    @Inject
    @ConfigProperty(name = "orderflow.stream.batch")
    int batch;

    @Inject
    @ConfigProperty(name = "orderflow.stream.catch-up")
    int catchUp;

    /** Pause between two looks for new steps. */
    Duration pollEvery() {
        return Duration.ofMillis(pollMillis);
    }

    /** How long a stream is silent at most. */
    Duration heartbeatEvery() {
        return Duration.ofMillis(heartbeatMillis);
    }

    /** Most streams that are open at once in this server. */
    int connections() {
        return connections;
    }

    /** Most steps that wait in memory for one client. */
    int backlog() {
        return backlog;
    }

    /** Most new steps that are read at once, for all clients. */
    int batch() {
        return batch;
    }

    /** Most clients that catch up between two looks for new steps. */
    int catchUp() {
        return catchUp;
    }
}
