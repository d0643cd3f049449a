package dev.orderflow.chassis.lifecycle;

import dev.orderflow.chassis.work.Pulse;
import dev.orderflow.chassis.work.Pulses;
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
 * Not alive is in which a thread has ended or stands still. Who tries again and again, because the database or Kafka is
 * away, is alive: a new process would have to wait for the same. Answers from memory.
 */
@Liveness
@ApplicationScoped
public class WorkersLiveness implements HealthCheck {

    @Inject
    Pulses pulses;

    @Inject
    @ConfigProperty(name = "orderflow.health.stall-ms")
    long stallMillis;

    @Override
    public HealthCheckResponse call() {
        // Sorted, which Liberty's own builder is not.
        Map<String, Object> data = new TreeMap<>();
        boolean alive = true;
        for (var worker : pulses.all().entrySet()) {
            alive &= tell(data, worker.getKey(), worker.getValue());
        }
        return new HealthCheckResponse("workers", alive ? Status.UP : Status.DOWN, Optional.of(data));
    }

    private boolean tell(Map<String, Object> data, String name, Pulse pulse) {
        String death = pulse.death(Duration.ofMillis(stallMillis));
        String error = pulse.lastError();
        data.put(name, death == null ? "alive" : death);
        data.put(name + ".age-s", pulse.age().toSeconds());
        if (error != null) {
            data.put(name + ".last-error", error);
        }
        return death == null;
    }
}
