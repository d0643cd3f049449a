package dev.orderflow.events.messaging.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** A channel that has ended comes back with a restart only: then, and only then, the process is not alive. */
@Liveness
@ApplicationScoped
public class ChannelsLiveness implements HealthCheck {

    @Inject
    Channels channels;

    @Inject
    ChannelPublisher publisher;

    @Inject
    MessagingLifecycle lifecycle;

    @Override
    public HealthCheckResponse call() {
        List<String> failures = lifecycle.isStarted() ? channels.failures() : List.of();
        boolean publishes = !lifecycle.isStarted() || publisher.isAlive();
        return HealthCheckResponse.named("channels")
                .status(failures.isEmpty() && publishes)
                .withData("incoming", failures.isEmpty() ? "alive" : String.join(", ", failures))
                .withData("outgoing", publishes ? "alive" : "cancelled")
                .build();
    }
}
