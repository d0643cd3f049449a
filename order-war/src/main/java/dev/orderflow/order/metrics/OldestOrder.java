package dev.orderflow.order.metrics;

import dev.orderflow.chassis.schema.SchemaMigrated;
import dev.orderflow.chassis.telemetry.GaugeRegistry;
import dev.orderflow.order.application.FindOrders;
import dev.orderflow.order.domain.OrderStatus;
import io.opentelemetry.api.common.AttributeKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Arrays;

/**
 * The metric {@code orderflow.order.oldest.age}: age of the oldest PENDING or RESERVED order in seconds; 0 if there is
 * none. A value above the order's deadline means that orders are stuck and are not cancelled.
 */
@ApplicationScoped
public class OldestOrder {

    private static final AttributeKey<String> STATUS = AttributeKey.stringKey("orderflow.order.status");

    @Inject
    GaugeRegistry gauges;

    @Inject
    FindOrders findOrders;

    void start(@Observes SchemaMigrated event) {
        gauges.oldest(
                "orderflow.order.oldest.age",
                "Age of the oldest order that has not ended, by status",
                STATUS,
                Arrays.stream(OrderStatus.values())
                        .filter(status -> !status.isFinal())
                        .toList(),
                findOrders::oldest);
    }
}
