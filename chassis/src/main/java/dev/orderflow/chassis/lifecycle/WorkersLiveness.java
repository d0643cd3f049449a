package dev.orderflow.chassis.lifecycle;

import dev.orderflow.chassis.work.Heartbeat;
import dev.orderflow.chassis.work.Heartbeats;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.eclipse.microprofile.health.Liveness;

/**
 * Fails if a thread has ended or is stalled. A thread that keeps retrying, because the database or Kafka is down, is
 * alive: a restart would not help. Reads memory only.
 */
@Liveness
@ApplicationScoped
public class WorkersLiveness implements HealthCheck {

    @Inject
    Heartbeats heartbeats;

    @Inject
    @ConfigProperty(name = "orderflow.health.stall-ms")
    long stallMillis;

    @Override
    public HealthCheckResponse call() {
        // Sorted; Liberty's own builder does not sort.
        Map<String, Object> data = new TreeMap<>();
        boolean alive = true;
        for (var worker : heartbeats.all().entrySet()) {
            alive &= report(data, worker.getKey(), worker.getValue());
        }
        return new HealthCheckResponse("workers", alive ? Status.UP : Status.DOWN, Optional.of(data));
    }

    private boolean report(Map<String, Object> data, String name, Heartbeat heartbeat) {
        String stalled = heartbeat.stallReason(Duration.ofMillis(stallMillis));
        String error = heartbeat.lastError();
        data.put(name, stalled == null ? "alive" : stalled);
        data.put(name + ".age-s", heartbeat.age().toSeconds());
        if (error != null) {
            data.put(name + ".last-error", error);
        }
        return stalled == null;
    }
}
