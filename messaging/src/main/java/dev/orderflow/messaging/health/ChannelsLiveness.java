package dev.orderflow.messaging.health;

import dev.orderflow.chassis.lifecycle.ApplicationLifecycle;
import dev.orderflow.messaging.consumer.IncomingChannel;
import dev.orderflow.messaging.consumer.IncomingChannels;
import dev.orderflow.messaging.outbox.ChannelPublisher;
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
 * Fails if a channel has ended, was never subscribed or is stalled, because only a restart helps then. Reads memory
 * only.
 */
@Liveness
@ApplicationScoped
public class ChannelsLiveness implements HealthCheck {

    @Inject
    IncomingChannels channels;

    @Inject
    ChannelPublisher publisher;

    @Inject
    ApplicationLifecycle lifecycle;

    @Inject
    @ConfigProperty(name = "orderflow.health.stall-ms")
    long stallMillis;

    @Override
    public HealthCheckResponse call() {
        // Sorted; Liberty's own builder does not sort.
        Map<String, Object> data = new TreeMap<>();
        boolean alive = !lifecycle.isStarted() || report(data);
        return new HealthCheckResponse("channels", alive ? Status.UP : Status.DOWN, Optional.of(data));
    }

    private boolean report(Map<String, Object> data) {
        boolean alive = publisher.isAlive();
        data.put("outgoing", alive ? "alive" : "cancelled");
        for (IncomingChannel channel : channels.all()) {
            alive &= report(data, channel);
        }
        return alive;
    }

    private boolean report(Map<String, Object> data, IncomingChannel channel) {
        String stalled = channel.stallReason(Duration.ofMillis(stallMillis));
        Long lag = channel.lag();
        data.put(channel.name(), stalled == null ? "alive" : stalled);
        data.put(channel.name() + ".lag", lag == null ? "unknown" : lag.toString());
        data.put(channel.name() + ".waiting", (long) channel.waiting());
        return stalled == null;
    }
}
