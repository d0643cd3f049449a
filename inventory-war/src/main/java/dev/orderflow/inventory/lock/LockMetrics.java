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
 * The metrics {@code orderflow.stock.lock.wait}, in seconds and by outcome, and {@code orderflow.stock.lock.lost}, the
 * locks that were no longer ours when they were to be extended or released: they had expired, or Redis had lost them.
 */
@ApplicationScoped
public class LockMetrics {

    private static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("orderflow.stock.lock.outcome");
    private static final double NANOS = 1e9;

    /** How a wait ended. */
    enum Outcome {
        ACQUIRED,
        /** Somebody else held it for too long. */
        TIMED_OUT,
        /** Redis did not answer. */
        UNAVAILABLE
    }

    private final DoubleHistogram wait;
    private final LongCounter lost;

    /** For the proxy, and for tests: measures nothing. */
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
