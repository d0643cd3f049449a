package dev.orderflow.inventory.lock;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.MeterProvider;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Locale;

/**
 * The metrics {@code orderflow.stock.lock.wait} (seconds, by outcome) and {@code orderflow.stock.lock.lost} (locks that
 * had expired or that Redis had lost before they were extended or released).
 */
@ApplicationScoped
public class LockMetrics {

    private static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("orderflow.stock.lock.outcome");
    private static final double NANOS = 1e9;

    /** The outcome of a wait. */
    enum Outcome {
        ACQUIRED,
        /** Another transaction held a lock for too long. */
        TIMED_OUT,
        /** Redis did not answer. */
        UNAVAILABLE
    }

    private final DoubleHistogram wait;
    private final LongCounter lost;

    /** For the CDI proxy and for tests; records nothing. */
    protected LockMetrics() {
        this(MeterProvider.noop().get("orderflow"));
    }

    @Inject
    LockMetrics(Meter meter) {
        wait = meter.histogramBuilder("orderflow.stock.lock.wait")
                .setUnit("s")
                .setDescription("Wait for the lock of all SKUs that a transaction takes from")
                .build();
        lost = meter.counterBuilder("orderflow.stock.lock.lost")
                .setUnit("{lock}")
                .setDescription("Locks that were lost before they were released")
                .build();
        lost.add(0);
    }

    void waited(Duration time, Outcome outcome) {
        wait.record(
                time.toNanos() / NANOS, Attributes.of(OUTCOME, outcome.name().toLowerCase(Locale.ROOT)));
    }

    void lost(long locks) {
        lost.add(locks);
    }
}
