package dev.orderflow.chassis.lifecycle;

import dev.orderflow.chassis.failure.Cause;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Without its database a replica can answer nothing. It is asked over a connection of its own, so that a pool which is merely busy is
 * not taken for a database that is away; one that hangs is given up after seconds.
 */
@Readiness
@ApplicationScoped
public class DatabaseReadiness implements HealthCheck {

    @Resource(lookup = "jdbc/database-probe")
    DataSource database;

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response = HealthCheckResponse.named("database");
        try (Connection connection = database.getConnection();
                Statement question = connection.createStatement()) {
            question.execute("select 1");
            return response.up().build();
        } catch (SQLException e) {
            return response.down().withData("state", Cause.of(e)).build();
        }
    }
}
