package dev.orderflow.events.messaging.internal;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready is who has migrated the schema, started the channels and reaches the database. */
@Readiness
@ApplicationScoped
public class DatabaseReadiness implements HealthCheck {

    private static final int TIMEOUT_SECONDS = 2;

    @Resource(lookup = "jdbc/database")
    DataSource database;

    @Inject
    MessagingLifecycle lifecycle;

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("database");
        if (!lifecycle.isStarted()) {
            String failure = lifecycle.startFailure();
            return response.down()
                    .withData("state", failure == null ? "migrating the schema" : failure)
                    .build();
        }
        try (Connection connection = database.getConnection()) {
            return response.status(connection.isValid(TIMEOUT_SECONDS)).build();
        } catch (SQLException e) {
            return response.down().withData("state", e.getMessage()).build();
        }
    }
}
