package dev.orderflow.events.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Liveness;

/**
 * Not alive is in which a thread has ended or stands still. Who tries again and again, because the database or Kafka is away, is
 * alive: a new process would have to wait for the same. Answers from memory.
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
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named("workers").up();
        pulses.all().forEach((name, pulse) -> tell(response, name, pulse));
        return response.build();
    }

    private void tell(HealthCheckResponseBuilder response, String name, Pulse pulse) {
        String death = pulse.death(Duration.ofMillis(stallMillis));
        response.withData(name, death == null ? "alive" : death);
        response.withData(name + ".age-s", pulse.age().toSeconds());
        String error = pulse.lastError();
        if (error != null) {
            response.withData(name + ".last-error", error);
        }
        if (death != null) {
            response.down();
        }
    }
}
