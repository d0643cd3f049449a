package dev.orderflow.messaging.observability;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.LongHistogram;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.MeterProvider;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Counts what becomes of records, by channel, and how it goes; docs/operations.md says what each metric is good for.
 */
@ApplicationScoped
public class MessagingMetrics {

    public static final AttributeKey<String> CHANNEL = AttributeKey.stringKey("orderflow.channel");
    private static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("orderflow.outcome");
    private static final List<Long> BATCH_SIZES = List.of(1L, 2L, 5L, 10L, 20L, 50L, 100L, 200L, 500L);
    private static final double NANOS = 1e9;

    /** What can become of a record that came in. */
    public enum RecordOutcome {
        /** Its effects are committed. */
        HANDLED,
        /** It had its effects before. */
        DUPLICATE,
        /** It is no business of this service. */
        IGNORED,
        /** This version does not know its type; it is kept for one that does. */
        KEPT,
        /** It can never be handled, and is a dead letter. */
        PARKED
    }

    private final LongHistogram batchSize;
    private final DoubleHistogram duration;
    private final LongCounter records;
    private final LongCounter retries;
    private final LongCounter published;

    /** For the proxy, and for tests: measures nothing. */
    protected MessagingMetrics() {
        this(MeterProvider.noop().get("orderflow"));
    }

    @Inject
    MessagingMetrics(Meter meter) {
        batchSize = meter.histogramBuilder("orderflow.consumer.batch.size")
                .ofLongs()
                .setUnit("{event}")
                .setDescription("Events that were handled in one transaction")
                .setExplicitBucketBoundariesAdvice(BATCH_SIZES)
                .build();
        duration = meter.histogramBuilder("orderflow.consumer.batch.duration")
                .setUnit("s")
                .setDescription("Time that a transaction of a batch took, whatever its outcome")
                .build();
        records = meter.counterBuilder("orderflow.consumer.records")
                .setUnit("{record}")
                .setDescription("Records that came in and are done with, by what became of them")
                .build();
        retries = meter.counterBuilder("orderflow.consumer.retries")
                .setUnit("{attempt}")
                .setDescription("Attempts that failed and are repeated after a pause")
                .build();
        published = meter.counterBuilder("orderflow.relay.published")
                .setUnit("{record}")
                .setDescription("Records that Kafka has acknowledged")
                .build();
    }

    /**
     * A channel is there, and nothing has happened yet: counters begin at zero, or the first increase could not be
     * seen.
     */
    public void open(String channel) {
        for (RecordOutcome outcome : RecordOutcome.values()) {
            done(channel, outcome, 0);
        }
        retries.add(0, Attributes.of(CHANNEL, channel));
    }

    /** One transaction of so many events is over. */
    public void attempted(String channel, int events, Duration time) {
        Attributes attributes = Attributes.of(CHANNEL, channel);
        batchSize.record(events, attributes);
        duration.record(time.toNanos() / NANOS, attributes);
    }

    public void done(String channel, RecordOutcome outcome, int count) {
        records.add(
                count, Attributes.of(CHANNEL, channel, OUTCOME, outcome.name().toLowerCase(Locale.ROOT)));
    }

    public void retried(String channel) {
        retries.add(1, Attributes.of(CHANNEL, channel));
    }

    public void published(int count) {
        published.add(count);
    }
}
