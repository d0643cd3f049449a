package dev.orderflow.chassis.lifecycle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;

/** Started is who has migrated the schema and opened the channels, once. */
@Startup
@ApplicationScoped
public class StartedCheck implements HealthCheck {

    @Inject
    ServiceLifecycle lifecycle;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("started")
                .status(lifecycle.isStarted())
                .build();
    }
}
