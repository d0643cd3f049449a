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
 * The metric {@code orderflow.database.reachable}: 1 while this server's database answers within 2 s, else 0. It is
 * asked over a connection of its own, so that a pool which is merely busy is not taken for a database that is away.
 * Readiness does not depend on it: a database that is away is the same for all replicas.
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
