package dev.orderflow.payment.metrics;

import dev.orderflow.chassis.schema.SchemaMigrated;
import dev.orderflow.chassis.telemetry.GaugeRegistry;
import dev.orderflow.chassis.telemetry.SampledValue;
import dev.orderflow.payment.application.reconciliation.DifferenceFound;
import dev.orderflow.payment.application.reconciliation.FindDifferences;
import dev.orderflow.payment.application.reconciliation.FindDifferences.State;
import dev.orderflow.payment.domain.reconciliation.DifferenceKind;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.MeterProvider;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.Locale;

/**
 * The metrics of the reconciliation: {@code orderflow.payment.differences}, the current number of differences by kind;
 * {@code orderflow.payment.differences.found}, the number of differences that were found, by kind; and {@code
 * orderflow.payment.reconciliation.age}, seconds since the start of the last complete pass. Without recent passes, zero
 * differences mean nothing.
 */
@ApplicationScoped
public class ReconciliationMetrics {

    private static final AttributeKey<String> KIND = AttributeKey.stringKey("orderflow.payment.difference.kind");
    private static final double MILLIS = 1000;

    @Inject
    GaugeRegistry gauges;

    @Inject
    FindDifferences differences;

    private final Meter meter;
    private final LongCounter found;
    private final SampledValue<State> state = new SampledValue<>(() -> differences.state());

    /** For the CDI proxy, which records nothing. */
    protected ReconciliationMetrics() {
        this(MeterProvider.noop().get("orderflow"));
    }

    @Inject
    ReconciliationMetrics(Meter meter) {
        this.meter = meter;
        found = meter.counterBuilder("orderflow.payment.differences.found")
                .setUnit("{difference}")
                .setDescription("Differences between our ledger and the gateway's that were found")
                .build();
        for (DifferenceKind kind : DifferenceKind.values()) {
            found.add(0, attributes(kind));
        }
    }

    void start(@Observes SchemaMigrated event) {
        gauges.keep(meter.gaugeBuilder("orderflow.payment.differences")
                .ofLongs()
                .setUnit("{difference}")
                .setDescription("Differences between our ledger and the gateway's, by kind")
                .buildWithCallback(measurement -> state.get().ifPresent(now -> {
                    for (DifferenceKind kind : DifferenceKind.values()) {
                        measurement.record(now.differences().getOrDefault(kind, 0L), attributes(kind));
                    }
                })));
        gauges.keep(meter.gaugeBuilder("orderflow.payment.reconciliation.age")
                .setUnit("s")
                .setDescription("How long ago the last complete comparison of the ledgers began")
                .buildWithCallback(measurement -> state.get()
                        .ifPresent(now -> measurement.record(now.age().toMillis() / MILLIS))));
    }

    void found(@Observes(during = TransactionPhase.AFTER_SUCCESS) DifferenceFound difference) {
        found.add(1, attributes(difference.kind()));
    }

    private static Attributes attributes(DifferenceKind kind) {
        return Attributes.of(KIND, kind.name().toLowerCase(Locale.ROOT));
    }
}
