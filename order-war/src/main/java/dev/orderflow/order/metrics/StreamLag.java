package dev.orderflow.order.metrics;

import dev.orderflow.chassis.schema.SchemaMigrated;
import dev.orderflow.chassis.telemetry.GaugeRegistry;
import dev.orderflow.chassis.telemetry.SampledValue;
import dev.orderflow.order.application.FindOrders;
import io.opentelemetry.api.metrics.Meter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;

/**
 * The metric {@code orderflow.order.stream.behind}: lag of the order streams and counts in seconds; 0 if there is none.
 * They wait for each open transaction that writes the order history.
 */
@ApplicationScoped
public class StreamLag {

    private static final double MILLIS = 1000;

    @Inject
    GaugeRegistry gauges;

    @Inject
    Meter meter;

    @Inject
    FindOrders findOrders;

    void start(@Observes SchemaMigrated event) {
        SampledValue<Duration> sampled = new SampledValue<>(findOrders::streamLag);
        gauges.keep(meter.gaugeBuilder("orderflow.order.stream.behind")
                .setUnit("s")
                .setDescription("How far the streams and counts of orders are behind")
                .buildWithCallback(
                        measurement -> sampled.get().ifPresent(lag -> measurement.record(lag.toMillis() / MILLIS))));
    }
}
