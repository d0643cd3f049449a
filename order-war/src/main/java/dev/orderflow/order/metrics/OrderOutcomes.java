package dev.orderflow.order.metrics;

import dev.orderflow.order.domain.Order;
import dev.orderflow.order.domain.OrderChanged;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.MeterProvider;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The metric {@code orderflow.order.duration}: seconds from placement to a final status, by status and reason. Its
 * count is the number of orders by outcome.
 */
@ApplicationScoped
public class OrderOutcomes {

    private static final AttributeKey<String> STATUS = AttributeKey.stringKey("orderflow.order.status");
    private static final AttributeKey<String> REASON = AttributeKey.stringKey("orderflow.order.reason");
    private static final List<Double> SECONDS =
            List.of(0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0, 300.0, 600.0);
    private static final double MILLIS = 1000;

    private final DoubleHistogram duration;

    /** For the CDI proxy, which records nothing. */
    protected OrderOutcomes() {
        this(MeterProvider.noop().get("orderflow"));
    }

    @Inject
    OrderOutcomes(Meter meter) {
        duration = meter.histogramBuilder("orderflow.order.duration")
                .setUnit("s")
                .setDescription("From placing an order to its end, by outcome")
                .setExplicitBucketBoundariesAdvice(SECONDS)
                .build();
    }

    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) OrderChanged change) {
        Order order = change.order();
        if (order.status().isFinal()) {
            // The start is from the database's clock, the end from this server's.
            long millis = Math.max(
                    0, Duration.between(order.createdAt(), Instant.now()).toMillis());
            duration.record(
                    millis / MILLIS,
                    Attributes.of(STATUS, order.status().name(), REASON, String.valueOf(order.reason())));
        }
    }
}
