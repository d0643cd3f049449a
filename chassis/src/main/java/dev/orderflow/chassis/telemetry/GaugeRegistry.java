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

/** Metrics that are asked for whenever they are read, until the application ends. */
@ApplicationScoped
public class GaugeRegistry {

    private static final double MILLIS = 1000;

    @Inject
    Meter meter;

    private final List<AutoCloseable> open = new CopyOnWriteArrayList<>();

    /** Closes it in time: whoever reads it must not call an application that has gone. */
    public void keep(AutoCloseable gauge) {
        open.add(gauge);
    }

    /**
     * How long ago the oldest of something began, in seconds, by status.
     *
     * @param statuses what is told of, if only that there is none: 0
     * @param ages costs a query, and is {@link SampledValue}
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
