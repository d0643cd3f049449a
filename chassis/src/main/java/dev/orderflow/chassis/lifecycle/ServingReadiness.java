package dev.orderflow.chassis.lifecycle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * A server is ready from the migration of its schema until it drains. An unreachable database, a stopped channel or an
 * old outbox do not make it unready: they affect all replicas alike. The application answers 503 where it needs them,
 * and everything else keeps working.
 */
@Readiness
@ApplicationScoped
public class ServingReadiness implements HealthCheck {

    @Inject
    ApplicationLifecycle lifecycle;

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
