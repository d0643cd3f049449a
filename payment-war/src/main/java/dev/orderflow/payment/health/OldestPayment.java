package dev.orderflow.payment.health;

import dev.orderflow.events.schema.SchemaMigrated;
import dev.orderflow.events.telemetry.Sampled;
import dev.orderflow.payment.application.FindPayment;
import dev.orderflow.payment.domain.PaymentStatus;
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
 * The metric {@code orderflow.payment.oldest.age}: how long ago the oldest payment was requested that still waits for the gateway,
 * in seconds, by status; 0 when there is none. One that grows beyond {@code payment.deadline-s} is one whose outcome nobody knows.
 */
@ApplicationScoped
public class OldestPayment {

    private static final AttributeKey<String> STATUS = AttributeKey.stringKey("orderflow.payment.status");
    private static final double MILLIS = 1000;

    @Inject
    Meter meter;

    @Inject
    FindPayment findPayment;

    private final Sampled<Map<PaymentStatus, Duration>> oldest = new Sampled<>(() -> findPayment.oldestOpen());
    private @Nullable ObservableDoubleGauge gauge;

    void start(@Observes SchemaMigrated event) {
        gauge = meter.gaugeBuilder("orderflow.payment.oldest.age")
                .setUnit("s")
                .setDescription("Age of the oldest payment that waits for the gateway, by status")
                .buildWithCallback(this::measure);
    }

    void stop(@Observes Shutdown event) {
        if (gauge != null) {
            gauge.close();
        }
    }

    private void measure(ObservableDoubleMeasurement measurement) {
        oldest.get().ifPresent(ages -> {
            for (PaymentStatus status : PaymentStatus.values()) {
                if (status.isOpen()) {
                    measurement.record(
                            ages.getOrDefault(status, Duration.ZERO).toMillis() / MILLIS,
                            Attributes.of(STATUS, status.name()));
                }
            }
        });
    }
}
