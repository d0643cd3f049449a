package dev.orderflow.messaging.health;

import dev.orderflow.chassis.failure.RetryableFailure;
import dev.orderflow.chassis.schema.SchemaMigrated;
import dev.orderflow.chassis.telemetry.GaugeRegistry;
import dev.orderflow.chassis.telemetry.SampledValue;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.ObservableDoubleMeasurement;
import io.opentelemetry.api.metrics.ObservableLongMeasurement;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * The metrics {@code orderflow.outbox.depth}, the number of unpublished records, and {@code orderflow.outbox.age}, how
 * long the oldest has waited, in seconds. All replicas report the same values. Records that wait for an operator do not
 * count.
 */
@ApplicationScoped
public class OutboxMetrics {

    /** Limits the cost of the query. */
    private static final int MOST = 10_000;

    private static final String STATE = """
            select (select count(*) from (select 1 from outbox_sendable limit %d) few),
                   coalesce((select extract(epoch from clock_timestamp() - created_at)
                             from outbox_sendable order by seq limit 1), 0)""".formatted(MOST);

    /** @param depth records, 10 000 at most */
    private record OutboxBacklog(long depth, double ageSeconds) {}

    @Resource(lookup = "jdbc/database")
    DataSource database;

    @Inject
    Meter meter;

    @Inject
    GaugeRegistry gauges;

    private final SampledValue<OutboxBacklog> state = new SampledValue<>(this::ask);

    void start(@Observes SchemaMigrated event) {
        ObservableLongMeasurement depth = meter.gaugeBuilder("orderflow.outbox.depth")
                .ofLongs()
                .setUnit("{record}")
                .setDescription("Records that wait to be published, " + MOST + " at most")
                .buildObserver();
        ObservableDoubleMeasurement age = meter.gaugeBuilder("orderflow.outbox.age")
                .setUnit("s")
                .setDescription("How long the oldest record has waited to be published")
                .buildObserver();
        gauges.keep(meter.batchCallback(
                () -> state.get().ifPresent(known -> {
                    depth.record(known.depth());
                    age.record(known.ageSeconds());
                }),
                depth,
                age));
    }

    private OutboxBacklog ask() {
        try (var connection = database.getConnection();
                var question = connection.prepareStatement(STATE);
                var answer = question.executeQuery()) {
            answer.next();
            return new OutboxBacklog(answer.getLong(1), answer.getDouble(2));
        } catch (SQLException e) {
            throw new RetryableFailure("The outbox cannot be measured", e);
        }
    }
}
