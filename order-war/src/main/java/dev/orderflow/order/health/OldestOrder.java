package dev.orderflow.order.health;

import dev.orderflow.events.schema.SchemaMigrated;
import dev.orderflow.events.telemetry.Sampled;
import dev.orderflow.order.application.FindOrders;
import dev.orderflow.order.domain.OrderStatus;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.ObservableDoubleGauge;
import io.opentelemetry.api.metrics.ObservableDoubleMeasurement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The metric {@code orderflow.order.oldest.age}: how long ago the oldest order was placed that is still PENDING or RESERVED, in
 * seconds; 0 when there is none. One that grows beyond the order's deadline means that orders are stuck and nobody cancels them.
 */
@ApplicationScoped
public class OldestOrder {

    private static final AttributeKey<String> STATUS = AttributeKey.stringKey("orderflow.order.status");
    private static final double MILLIS = 1000;

    @Inject
    Meter meter;

    @Inject
    FindOrders findOrders;

    private final Sampled<Map<OrderStatus, Duration>> oldest = new Sampled<>(() -> findOrders.oldest());
    private @Nullable ObservableDoubleGauge gauge;

    void start(@Observes SchemaMigrated event) {
        gauge = meter.gaugeBuilder("orderflow.order.oldest.age")
                .setUnit("s")
                .setDescription("Age of the oldest order that has not ended, by status")
                .buildWithCallback(this::measure);
    }

    void stop(@Observes Shutdown event) {
        if (gauge != null) {
            gauge.close();
        }
    }

    private void measure(ObservableDoubleMeasurement measurement) {
        oldest.get().ifPresent(ages -> {
            for (OrderStatus status : OrderStatus.values()) {
                if (!status.isFinal()) {
                    measurement.record(
                            ages.getOrDefault(status, Duration.ZERO).toMillis() / MILLIS,
                            Attributes.of(STATUS, status.name()));
                }
            }
        });
    }
}
