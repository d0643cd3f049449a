package dev.orderflow.events.messaging.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Liveness;

/**
 * A channel that has ended, was never subscribed or stands still comes back with a new process only: then, and only then, this
 * one is not alive. Answers from memory.
 */
@Liveness
@ApplicationScoped
public class ChannelsLiveness implements HealthCheck {

    @Inject
    Channels channels;

    @Inject
    ChannelPublisher publisher;

    @Inject
    MessagingLifecycle lifecycle;

    @Inject
    @ConfigProperty(name = "orderflow.health.stall-ms")
    long stallMillis;

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response = HealthCheckResponse.named("channels");
        if (!lifecycle.isStarted()) {
            return response.up().build();
        }
        boolean publishes = publisher.isAlive();
        response.status(publishes).withData("outgoing", publishes ? "alive" : "cancelled");
        channels.all().forEach(channel -> tell(response, channel));
        return response.build();
    }

    private void tell(HealthCheckResponseBuilder response, IncomingChannel channel) {
        String death = channel.death(Duration.ofMillis(stallMillis));
        Long lag = channel.lag();
        response.withData(channel.name(), death == null ? "alive" : death);
        response.withData(channel.name() + ".lag", lag == null ? "unknown" : lag.toString());
        response.withData(channel.name() + ".waiting", channel.subscriber().waiting());
        if (death != null) {
            response.down();
        }
    }
}
