package dev.orderflow.payment.gateway;

import dev.orderflow.payment.application.PaymentSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * A server without a configured gateway is not ready, so a rollout without the variable stops. Availability of the
 * gateway does not matter: it is the same for all replicas, and payments wait for it.
 */
@Readiness
@ApplicationScoped
public class GatewayReadiness implements HealthCheck {

    @Inject
    PaymentSettings settings;

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response = HealthCheckResponse.named("gateway");
        return settings.hasGateway()
                ? response.up().withData("state", "configured").build()
                : response.down().withData("state", "GATEWAY_URL is not set").build();
    }
}
