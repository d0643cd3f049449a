package dev.orderflow.localstack.backends;

import dev.orderflow.localstack.Database;
import dev.orderflow.localstack.ServiceName;
import dev.orderflow.localstack.StackFailure;
import dev.orderflow.localstack.StackPorts;
import dev.orderflow.localstack.backends.postgres.PostgresBackend;
import dev.orderflow.localstack.backends.redis.RedisBackend;
import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** External backends, which the environment names. They are used, not started, and must be reachable. */
record ExternalBackends(Map<String, String> environment) {
    private static final int POSTGRES_PORT = 5432;
    private static final int REDIS_PORT = 6379;
    private static final int LIMIT_S = 10;

    boolean hasDatabase() {
        return environment.containsKey("DB_HOST");
    }

    boolean hasKafka() {
        return environment.containsKey("KAFKA_BOOTSTRAP_SERVERS");
    }

    boolean hasRedis() {
        return environment.containsKey("REDIS_URL");
    }

    /** Returns a database. Its role has the same name. */
    Database database(String name) {
        return new Database(
                value("DB_HOST"),
                StackPorts.NamedPort.of("PostgreSQL", "DB_PORT", POSTGRES_PORT, environment)
                        .number(),
                name,
                name,
                value(passwordVariable(name)));
    }

    /** Returns {@code ORDER_DB_PASSWORD}. */
    private static String passwordVariable(String database) {
        return Arrays.stream(ServiceName.values())
                .filter(service -> service.database().equals(database))
                .map(ServiceName::passwordVariable)
                .findFirst()
                .orElse("GATEWAY_DB_PASSWORD");
    }

    String kafka() {
        return value("KAFKA_BOOTSTRAP_SERVERS");
    }

    String redis() {
        return value("REDIS_URL");
    }

    void requireDatabases() {
        for (String name : PostgresBackend.databases()) {
            Database database = database(name);
            try {
                database.connect().close();
            } catch (SQLException e) {
                throw unusable("DB_HOST", database.jdbcUrl() + " as " + database.user(), e);
            }
        }
    }

    void requireKafka() {
        try (Admin admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka(),
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, LIMIT_S * 1_000,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, LIMIT_S * 1_000))) {
            admin.describeCluster().nodes().get(LIMIT_S, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            throw unusable("KAFKA_BOOTSTRAP_SERVERS", kafka(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unusable("KAFKA_BOOTSTRAP_SERVERS", kafka(), e);
        }
    }

    void requireRedis() {
        URI url = URI.create(redis());
        try {
            RedisBackend.ping(url.getHost(), url.getPort() < 0 ? REDIS_PORT : url.getPort());
        } catch (IOException | RuntimeException e) {
            throw unusable("REDIS_URL", redis(), e);
        }
    }

    private String value(String variable) {
        String value = environment.get(variable);
        if (value == null) {
            throw new StackFailure("DB_HOST is set, so " + variable + " must be set too.");
        }
        return value;
    }

    private static StackFailure unusable(String variable, String where, Exception cause) {
        return new StackFailure(
                "%s names a backend that cannot be used: %s (%s). Correct it, or unset %s to start an embedded one."
                        .formatted(variable, where, cause.getMessage(), variable),
                cause);
    }
}
