package dev.orderflow.order.cache;

import dev.orderflow.order.application.OrderCache.Lookup;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.MeterProvider;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.stream.Stream;

/** The metric {@code orderflow.order.cache.lookups}, by result: {@code hit}, {@code miss} or {@code unavailable}. */
@ApplicationScoped
public class CacheMetrics {

    private static final AttributeKey<String> RESULT = AttributeKey.stringKey("orderflow.order.cache.result");
    private static final Attributes HIT = Attributes.of(RESULT, "hit");
    private static final Attributes MISS = Attributes.of(RESULT, "miss");
    private static final Attributes UNAVAILABLE = Attributes.of(RESULT, "unavailable");

    private final LongCounter lookups;

    /** For the CDI proxy, which records nothing. */
    protected CacheMetrics() {
        this(MeterProvider.noop().get("orderflow"));
    }

    @Inject
    CacheMetrics(Meter meter) {
        lookups = meter.counterBuilder("orderflow.order.cache.lookups")
                .setUnit("{lookup}")
                .setDescription("Orders that were looked for in the cache")
                .build();
        Stream.of(HIT, MISS, UNAVAILABLE).forEach(result -> lookups.add(0, result));
    }

    void lookedUp(Lookup found) {
        lookups.add(
                1,
                switch (found) {
                    case Lookup.Hit hit -> HIT;
                    case Lookup.Miss miss -> MISS;
                    case Lookup.Unavailable unavailable -> UNAVAILABLE;
                });
    }
}
