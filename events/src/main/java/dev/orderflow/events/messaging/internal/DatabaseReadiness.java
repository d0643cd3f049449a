package dev.orderflow.events.messaging.internal;

import dev.orderflow.events.failure.Cause;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Without its database a replica can answer nothing. It is asked over a connection of its own, so that a pool which is merely busy is
 * not taken for a database that is away; one that hangs is given up after seconds. What waits in the outbox is told, and is no reason
 * to be unready: it is the same for all replicas, and orders are accepted while Kafka is away.
 */
@Readiness
@ApplicationScoped
public class DatabaseReadiness implements HealthCheck {

    @Resource(lookup = "jdbc/database-probe")
    DataSource database;

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response = HealthCheckResponse.named("database");
        try (Connection connection = database.getConnection()) {
            OutboxMetrics.State outbox = OutboxMetrics.ask(connection);
            return response.up()
                    .withData("outbox.depth", outbox.depth())
                    .withData("outbox.age-s", (long) outbox.ageSeconds())
                    .build();
        } catch (SQLException e) {
            return response.down().withData("state", Cause.of(e)).build();
        }
    }
}
