package dev.orderflow.chassis.lifecycle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Not ready is who has not migrated the schema yet, and who is about to end. */
@Readiness
@ApplicationScoped
public class ServingReadiness implements HealthCheck {

    @Inject
    Lifecycle lifecycle;

    @Inject
    Draining draining;

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response = HealthCheckResponse.named("serving");
        if (draining.hasBegun()) {
            return response.down().withData("state", "stopping").build();
        }
        if (lifecycle.isStarted()) {
            return response.up().withData("state", "started").build();
        }
        String failure = lifecycle.startFailure();
        return response.down()
                .withData("state", failure == null ? "migrating the schema" : failure)
                .build();
    }
}
