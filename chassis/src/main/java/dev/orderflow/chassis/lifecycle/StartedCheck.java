package dev.orderflow.chassis.lifecycle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;

/** UP once the schema is migrated and the channels are open. */
@Startup
@ApplicationScoped
public class StartedCheck implements HealthCheck {

    @Inject
    ApplicationLifecycle lifecycle;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("started")
                .status(lifecycle.isStarted())
                .build();
    }
}
