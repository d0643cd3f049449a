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

/** The metrics of consuming and publishing; docs/operations.md explains each. */
@ApplicationScoped
public class MessagingMetrics {

    public static final AttributeKey<String> CHANNEL = AttributeKey.stringKey("orderflow.channel");
    private static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("orderflow.outcome");
    private static final List<Long> BATCH_SIZES = List.of(1L, 2L, 5L, 10L, 20L, 50L, 100L, 200L, 500L);
    private static final double NANOS = 1e9;

    /** The outcome of an incoming record. */
    public enum RecordOutcome {
        HANDLED,
        /** The inbox had claimed it before. */
        DUPLICATE,
        /** This service does not handle its type. */
        IGNORED,
        /** This version does not know its type; it is kept for a newer one. */
        KEPT,
        /** It is a dead letter. */
        PARKED
    }

    private final LongHistogram batchSize;
    private final DoubleHistogram duration;
    private final LongCounter records;
    private final LongCounter retries;
    private final LongCounter published;

    /** Records nothing; for the CDI proxy and for tests. */
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
                .setDescription("Duration of a batch transaction, committed or rolled back")
                .build();
        records = meter.counterBuilder("orderflow.consumer.records")
                .setUnit("{record}")
                .setDescription("Processed records, by outcome")
                .build();
        retries = meter.counterBuilder("orderflow.consumer.retries")
                .setUnit("{attempt}")
                .setDescription("Failed attempts that will be retried")
                .build();
        published = meter.counterBuilder("orderflow.relay.published")
                .setUnit("{record}")
                .setDescription("Records that Kafka has acknowledged")
                .build();
    }

    /** Starts the counters of a channel at zero; otherwise the first increase would be invisible. */
    public void open(String channel) {
        for (RecordOutcome outcome : RecordOutcome.values()) {
            done(channel, outcome, 0);
        }
        retries.add(0, Attributes.of(CHANNEL, channel));
    }

    /** Records an attempt to handle events in one transaction. */
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
