package dev.orderflow.messaging.settings;

import dev.orderflow.chassis.failure.BackOff;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The settings of the messaging core, with their units. Defaults stand in this module's microprofile-config.properties. */
@ApplicationScoped
public class MessagingConfig {

    @Inject
    @ConfigProperty(name = "orderflow.relay.batch")
    int relayBatch;

    @Inject
    @ConfigProperty(name = "orderflow.relay.idle-poll-ms")
    long idlePollMillis;

    @Inject
    @ConfigProperty(name = "orderflow.relay.standby-poll-ms")
    long standbyPollMillis;

    @Inject
    @ConfigProperty(name = "orderflow.relay.acknowledge-timeout-ms")
    long acknowledgeTimeoutMillis;

    @Inject
    @ConfigProperty(name = "orderflow.consumer.batch")
    int consumerBatch;

    @Inject
    @ConfigProperty(name = "orderflow.consumer.queue")
    int consumerQueue;

    @Inject
    @ConfigProperty(name = "orderflow.consumer.attempts")
    int attempts;

    @Inject
    @ConfigProperty(name = "orderflow.back-off.first-ms")
    long backOffFirstMillis;

    @Inject
    @ConfigProperty(name = "orderflow.back-off.max-ms")
    long backOffMaxMillis;

    /** Most rows that one pass publishes. */
    public int relayBatch() {
        return relayBatch;
    }

    /** How long the leader waits for a wake-up before it looks by itself, for what other replicas wrote. */
    public long idlePollMillis() {
        return idlePollMillis;
    }

    /** How often a replica that stands by tries to become the leader. */
    public long standbyPollMillis() {
        return standbyPollMillis;
    }

    /** How long a pass waits for Kafka; longer than the producer's own delivery.timeout.ms. */
    public long acknowledgeTimeoutMillis() {
        return acknowledgeTimeoutMillis;
    }

    /** Most records that one transaction handles. */
    public int consumerBatch() {
        return consumerBatch;
    }

    /** Most records of a channel that wait in memory. */
    public int consumerQueue() {
        return consumerQueue;
    }

    /** How often an event is tried whose failure is of an unknown kind, before it is parked. */
    public int attempts() {
        return attempts;
    }

    /** Delay before the next attempt. */
    public long backOffMillis(int failures) {
        return new BackOff(backOffFirstMillis, backOffMaxMillis).millisAfter(failures);
    }
}
