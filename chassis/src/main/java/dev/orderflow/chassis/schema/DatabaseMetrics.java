package dev.orderflow.chassis.schema;

import dev.orderflow.chassis.failure.LoggedFailure;
import dev.orderflow.chassis.telemetry.GaugeRegistry;
import dev.orderflow.chassis.telemetry.SampledValue;
import io.opentelemetry.api.metrics.Meter;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * The metric {@code orderflow.database.reachable}: 1 while this server's database answers within 2 s, otherwise 0. It
 * uses its own connection, so that an exhausted pool does not look like an unreachable database. Readiness does not
 * depend on it, because an outage affects all replicas alike.
 */
@ApplicationScoped
public class DatabaseMetrics {

    private static final Logger LOG = Logger.getLogger(DatabaseMetrics.class.getName());

    @Resource(lookup = "jdbc/database-probe")
    DataSource database;

    @Inject
    Meter meter;

    @Inject
    GaugeRegistry gauges;

    void start(@Observes SchemaMigrated event) {
        SampledValue<Boolean> reachable = new SampledValue<>(this::isReachable);
        gauges.keep(meter.gaugeBuilder("orderflow.database.reachable")
                .ofLongs()
                .setDescription("1 while the database answers within 2 s")
                .buildWithCallback(
                        measurement -> reachable.get().ifPresent(known -> measurement.record(known ? 1 : 0))));
    }

    private boolean isReachable() {
        try (Connection connection = database.getConnection();
                Statement question = connection.createStatement()) {
            question.execute("select 1");
            return true;
        } catch (SQLException away) {
            LoggedFailure.log(LOG, Level.FINE, "The database does not answer", away);
            return false;
        }
    }
}
