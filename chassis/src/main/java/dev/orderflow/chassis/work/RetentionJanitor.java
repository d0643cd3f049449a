package dev.orderflow.chassis.work;

import dev.orderflow.chassis.schema.SchemaMigrated;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Deletes rows that have outlived their {@link TableRetention}, in batches with a transaction each. Replicas do so
 * concurrently and skip rows that another one has locked.
 */
@ApplicationScoped
public class RetentionJanitor {

    /** Used outside of a transaction, so each statement is a transaction of its own. */
    @Resource(lookup = "jdbc/database")
    DataSource database;

    @Inject
    Instance<TableRetention> retentions;

    @Inject
    PeriodicTasks tasks;

    @Inject
    @ConfigProperty(name = "orderflow.janitor.pause-ms")
    long pauseMillis;

    @Inject
    @ConfigProperty(name = "orderflow.janitor.batch")
    int batch;

    void start(@Observes SchemaMigrated event) {
        for (TableRetention retention : retentions) {
            tasks.every(
                    "janitor-" + retention.table(),
                    Duration.ofMillis(pauseMillis),
                    "Deleted %d expired rows of " + retention.table(),
                    batch,
                    () -> purge(retention));
        }
    }

    private int purge(TableRetention retention) {
        try (Connection connection = database.getConnection()) {
            return purge(connection, retention, batch);
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot purge " + retention.table(), e);
        }
    }

    /**
     * Deletes the oldest expired rows with one statement.
     *
     * @return number of deleted rows; less than the limit if no more have expired, or another replica holds them
     */
    public static int purge(Connection connection, TableRetention retention, int limit) throws SQLException {
        // Requires an index on the time column, and reads no more of it than it deletes.
        String purge = """
                delete from %1$s where ctid = any (array(
                    select ctid from %1$s where %2$s < now() - ? * interval '1 second'
                    order by %2$s limit ? for update skip locked))""".formatted(retention.table(), retention.since());
        try (var delete = connection.prepareStatement(purge)) {
            delete.setLong(1, retention.age().toSeconds());
            delete.setInt(2, limit);
            return delete.executeUpdate();
        }
    }
}
