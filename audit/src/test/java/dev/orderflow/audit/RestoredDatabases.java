package dev.orderflow.audit;

import dev.orderflow.audit.sources.AuditTarget;
import dev.orderflow.localstack.Database;
import dev.orderflow.localstack.ServiceName;
import dev.orderflow.localstack.backends.Backends;
import dev.orderflow.localstack.launcher.TestEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The three databases of an older version, restored from dumps and migrated. */
record RestoredDatabases(Map<String, Database> byName) {

    /** Orders that were under way are not overdue, however old the dumps are. */
    private static final String ANY_AGE = Long.toString(Duration.ofDays(100_000).toSeconds());

    static RestoredDatabases of(String version) {
        Map<String, Database> databases = new TreeMap<>();
        for (ServiceName service : ServiceName.values()) {
            Database database = create(service);
            database.execute(dump(version, service));
            ServiceSchema.migrate(database, service, "messaging", "migration", "sample");
            databases.put(service.database(), database);
        }
        return new RestoredDatabases(databases);
    }

    private static Database create(ServiceName service) {
        Backends backends = TestEnvironment.backends();
        Database usual = backends.database(service);
        String name = "restored_" + usual.name();
        backends.adminDatabase(service).execute("create database %s owner %s".formatted(name, usual.user()));
        return new Database(usual.host(), usual.port(), name, usual.user(), usual.password());
    }

    private static String dump(String version, ServiceName service) {
        String name = "/upgrade/%s/%s.sql".formatted(version, service.database());
        try (InputStream in = Objects.requireNonNull(RestoredDatabases.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Neither Kafka nor the cache belongs to them, nor the database that the simulated gateway has now. */
    AuditTarget target() {
        Map<String, String> environment =
                new TreeMap<>(TestEnvironment.backends().environment());
        environment.keySet().removeAll(Arrays.asList("KAFKA_BOOTSTRAP_SERVERS", "REDIS_URL"));
        for (ServiceName service : ServiceName.values()) {
            environment.put(
                    service.name() + "_DB_NAME", database(service.database()).name());
        }
        environment.put("ORDERFLOW_DEADLINE_PENDING_S", ANY_AGE);
        environment.put("ORDERFLOW_DEADLINE_RESERVED_S", ANY_AGE);
        return AuditTarget.withoutGateway(environment);
    }

    Database database(String name) {
        return Objects.requireNonNull(byName.get(name), name);
    }
}
