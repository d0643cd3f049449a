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
 * The metric {@code orderflow.order.stream.behind}: how far the streams and counts of orders are behind the orders, in
 * seconds; 0 when they are not. They wait for each transaction that is writing the history of an order.
 */
@ApplicationScoped
public class StreamDelay {

    private static final double MILLIS = 1000;

    @Inject
    GaugeRegistry gauges;

    @Inject
    Meter meter;

    @Inject
    FindOrders findOrders;

    void start(@Observes SchemaMigrated event) {
        SampledValue<Duration> sampled = new SampledValue<>(findOrders::behind);
        gauges.keep(meter.gaugeBuilder("orderflow.order.stream.behind")
                .setUnit("s")
                .setDescription("How far the streams and counts of orders are behind")
                .buildWithCallback(measurement ->
                        sampled.get().ifPresent(behind -> measurement.record(behind.toMillis() / MILLIS))));
    }
}
