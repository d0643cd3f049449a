package dev.orderflow.messaging.health;

import dev.orderflow.chassis.failure.LoggedFailure;
import dev.orderflow.chassis.schema.SchemaMigrated;
import dev.orderflow.chassis.telemetry.GaugeRegistry;
import dev.orderflow.chassis.work.Heartbeat;
import dev.orderflow.chassis.work.Heartbeats;
import dev.orderflow.chassis.work.WorkerThreads;
import dev.orderflow.messaging.consumer.IncomingChannel;
import dev.orderflow.messaging.consumer.IncomingChannels;
import dev.orderflow.messaging.kafka.BrokerLag;
import dev.orderflow.messaging.observability.MessagingMetrics;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.ObservableLongMeasurement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.common.KafkaException;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Polls Kafka for the lag of each channel, for liveness and for the metric {@code orderflow.consumer.lag}. */
@ApplicationScoped
public class ConsumerLagMonitor {

    static final String NAME = "lag";

    private static final Logger LOG = Logger.getLogger(ConsumerLagMonitor.class.getName());

    @Inject
    IncomingChannels channels;

    @Inject
    WorkerThreads workers;

    @Inject
    Heartbeats heartbeats;

    @Inject
    Config config;

    @Inject
    Meter meter;

    @Inject
    GaugeRegistry gauges;

    @Inject
    @ConfigProperty(name = "orderflow.health.lag-every-ms")
    long everyMillis;

    private final Map<String, BrokerLag> consumers = new HashMap<>();

    void start(@Observes SchemaMigrated event) {
        gauges.keep(meter.gaugeBuilder("orderflow.consumer.lag")
                .ofLongs()
                .setUnit("{record}")
                .setDescription("Lag of the channel's consumer group in the partitions of this server")
                .buildWithCallback(this::record));
        workers.keep(NAME, this::run);
    }

    private void record(ObservableLongMeasurement measurement) {
        for (IncomingChannel channel : channels.all()) {
            Long lag = channel.lag();
            if (lag != null) {
                measurement.record(lag, Attributes.of(MessagingMetrics.CHANNEL, channel.name()));
            }
        }
    }

    private void run() {
        Heartbeat heartbeat = heartbeats.of(NAME);
        try {
            while (!workers.isStopping()) {
                for (IncomingChannel channel : channels.all()) {
                    heartbeat.working();
                    measure(channel, heartbeat);
                }
                heartbeat.pausing(Duration.ofMillis(everyMillis));
                workers.pause(everyMillis);
            }
        } catch (InterruptedException e) {
            LOG.fine("The lag monitor was stopped");
        } finally {
            consumers.values().forEach(BrokerLag::close);
        }
    }

    private void measure(IncomingChannel channel, Heartbeat heartbeat) {
        try {
            channel.measured(consumers
                    .computeIfAbsent(channel.name(), name -> new BrokerLag(config, name))
                    .records());
        } catch (KafkaException e) {
            channel.measured(null);
            heartbeat.failed(e, Duration.ofMillis(everyMillis));
            LoggedFailure.log(LOG, Level.FINE, channel.name() + ": the lag is unknown", e);
        }
    }
}
