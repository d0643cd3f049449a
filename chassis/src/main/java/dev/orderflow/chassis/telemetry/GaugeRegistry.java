package dev.orderflow.chassis.telemetry;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.Meter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** The gauges of the application. They are closed when it stops. */
@ApplicationScoped
public class GaugeRegistry {

    private static final double MILLIS = 1000;

    @Inject
    Meter meter;

    private final List<AutoCloseable> open = new CopyOnWriteArrayList<>();

    /** Registers a gauge to be closed at shutdown. Otherwise a reader would call a stopped application. */
    public void keep(AutoCloseable gauge) {
        open.add(gauge);
    }

    /**
     * Registers a gauge of ages, in seconds, by status.
     *
     * @param statuses the reported statuses; one without an age is reported as 0
     * @param ages runs a query, and is sampled by {@link SampledValue}
     */
    public <S extends Enum<S>> void oldest(
            String name,
            String description,
            AttributeKey<String> status,
            Collection<S> statuses,
            Supplier<Map<S, Duration>> ages) {
        SampledValue<Map<S, Duration>> sampled = new SampledValue<>(ages);
        keep(meter.gaugeBuilder(name)
                .setUnit("s")
                .setDescription(description)
                .buildWithCallback(measurement -> sampled.get()
                        .ifPresent(known -> statuses.forEach(one -> measurement.record(
                                known.getOrDefault(one, Duration.ZERO).toMillis() / MILLIS,
                                Attributes.of(status, one.name()))))));
    }

    void stop(@Observes Shutdown event) throws Exception {
        for (AutoCloseable gauge : open) {
            gauge.close();
        }
    }
}
