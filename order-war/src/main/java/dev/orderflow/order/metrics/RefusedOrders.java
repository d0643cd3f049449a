package dev.orderflow.order.metrics;

import dev.orderflow.chassis.schema.SchemaMigrated;
import dev.orderflow.order.application.placing.PlaceOrder.Outcome.Refused;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.MeterProvider;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** The metric {@code orderflow.order.refused}: number of orders that admission control refused. */
@ApplicationScoped
public class RefusedOrders {

    private final LongCounter counter;

    /** For the CDI proxy, which records nothing. */
    protected RefusedOrders() {
        this(MeterProvider.noop().get("orderflow"));
    }

    @Inject
    RefusedOrders(Meter meter) {
        counter = meter.counterBuilder("orderflow.order.refused")
                .setDescription("Orders that admission control refused")
                .build();
    }

    /** Exports the counter as 0 from the start. */
    void start(@Observes SchemaMigrated event) {
        counter.add(0);
    }

    void refused(@Observes Refused refusal) {
        counter.add(1);
    }
}
