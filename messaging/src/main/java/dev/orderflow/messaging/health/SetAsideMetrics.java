package dev.orderflow.messaging.health;

import dev.orderflow.chassis.schema.SchemaMigrated;
import dev.orderflow.chassis.telemetry.GaugeRegistry;
import dev.orderflow.messaging.consumer.IncomingChannel;
import dev.orderflow.messaging.consumer.IncomingChannels;
import dev.orderflow.messaging.observability.MessagingMetrics;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.ObservableLongMeasurement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.function.ToLongFunction;

/**
 * The metrics {@code orderflow.consumer.set_aside}, the number of records that this server's channels have set aside,
 * and {@code orderflow.consumer.stopped}, 1 for a channel that is stopped by a systemic fault.
 */
@ApplicationScoped
public class SetAsideMetrics {

    @Inject
    IncomingChannels channels;

    @Inject
    Meter meter;

    @Inject
    GaugeRegistry gauges;

    void start(@Observes SchemaMigrated event) {
        gauges.keep(meter.gaugeBuilder("orderflow.consumer.set_aside")
                .ofLongs()
                .setUnit("{record}")
                .setDescription("Records that failed, and records that wait behind them with the same key")
                .buildWithCallback(measurement ->
                        record(measurement, channel -> channel.setAside().size())));
        gauges.keep(meter.gaugeBuilder("orderflow.consumer.stopped")
                .ofLongs()
                .setDescription("1 while a systemic fault has stopped the channel")
                .buildWithCallback(measurement ->
                        record(measurement, channel -> channel.setAside().isStopped() ? 1 : 0)));
    }

    private void record(ObservableLongMeasurement measurement, ToLongFunction<IncomingChannel> value) {
        for (IncomingChannel channel : channels.all()) {
            measurement.record(value.applyAsLong(channel), Attributes.of(MessagingMetrics.CHANNEL, channel.name()));
        }
    }
}
