package dev.orderflow.payment.metrics;

import dev.orderflow.chassis.schema.SchemaMigrated;
import dev.orderflow.chassis.telemetry.GaugeRegistry;
import dev.orderflow.payment.application.FindPayment;
import dev.orderflow.payment.domain.PaymentStatus;
import io.opentelemetry.api.common.AttributeKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Arrays;

/**
 * The metric {@code orderflow.payment.oldest.age}: age of the oldest open payment in seconds, by status; 0 if there is
 * none. A value above {@code payment.deadline-s} means that the outcome of a payment is unknown for too long.
 */
@ApplicationScoped
public class OldestPayment {

    private static final AttributeKey<String> STATUS = AttributeKey.stringKey("orderflow.payment.status");

    @Inject
    GaugeRegistry gauges;

    @Inject
    FindPayment findPayment;

    void start(@Observes SchemaMigrated event) {
        gauges.oldest(
                "orderflow.payment.oldest.age",
                "Age of the oldest payment that waits for the gateway, by status",
                STATUS,
                Arrays.stream(PaymentStatus.values())
                        .filter(PaymentStatus::isOpen)
                        .toList(),
                findPayment::oldestOpen);
    }
}
