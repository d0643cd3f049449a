package dev.orderflow.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.orderflow.localstack.Database;
import dev.orderflow.localstack.ServiceName;
import dev.orderflow.localstack.StackFailure;
import dev.orderflow.localstack.launcher.TestEnvironment;
import dev.orderflow.localstack.server.LibertyServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.microshed.testing.jupiter.MicroShedTest;

/** In production, a Job migrates the schema as its owner. The servers' role cannot, so they wait for the Job. */
@MicroShedTest
class MigrationJobIT {

    private static final Database ADMIN = TestEnvironment.backends().adminDatabase(ServiceName.PAYMENT);
    private static final Path ROLES =
            Path.of(System.getProperty("orderflow.root"), "kustomize/components/migration/roles.sql");

    @BeforeEach
    void no_log_is_that_of_an_earlier_run() throws IOException {
        for (String server : List.of("by-job", "as-job", "no-job")) {
            Files.deleteIfExists(logFile(server));
        }
    }

    @Test
    void a_server_without_rights_on_the_schema_waits_for_the_job_and_then_serves() throws IOException {
        createDatabase("by_job", "by_job_owner", "by_job_role");
        CompletableFuture<LibertyServer> waiting =
                CompletableFuture.supplyAsync(() -> server("by-job", "by_job_role", "by-job"));
        await().atMost(Duration.ofMinutes(2)).until(() -> log("by-job"), log -> log.contains("Validate failed"));

        assertThatThrownBy(() -> server("as-job", "by_job_owner", "as-job"))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("ended while starting, with status 0.");

        LibertyServer server = waiting.join();
        try {
            assertThat(log("by-job")).as("it only looks").doesNotContain("permission denied");
            assertThat(log("as-job")).contains("migration(s) applied").doesNotContain("cannot be migrated");
            assertThat(as("by_job_role").number("SELECT count(*) FROM payment")).isZero();
            assertThatThrownBy(() -> as("by_job_role").execute("CREATE TABLE mine ()"))
                    .hasStackTraceContaining("permission denied");
        } finally {
            server.stop();
        }
    }

    @Test
    void a_job_that_cannot_migrate_says_why_and_ends() throws IOException {
        createDatabase("no_job", "no_job_owner", "no_job_role");

        assertThatThrownBy(() -> server("no-job", "no_job_role", "as-job"))
                .hasMessageContaining("ended while starting, with status 1.");

        assertThat(log("no-job"))
                .contains("The schema cannot be migrated")
                .contains("permission denied for schema public");
    }

    /** Runs without Kafka, so that it consumes no records that other tests need. */
    private static LibertyServer server(String name, String role, String migration) {
        Database database = as(role);
        return TestEnvironment.replica(
                name,
                Map.of(
                        "DB_NAME", database.name(),
                        "DB_USER", database.user(),
                        "DB_PASSWORD", database.password(),
                        "KAFKA_BOOTSTRAP_SERVERS", "localhost:1",
                        "SCHEMA_MIGRATION", migration));
    }

    private static String log(String server) throws IOException {
        Path log = logFile(server);
        return Files.exists(log) ? Files.readString(log) : "";
    }

    private static Path logFile(String server) {
        return TestEnvironment.server().logFile().resolveSibling(server + ".log");
    }

    private static Database as(String role) {
        return new Database(ADMIN.host(), ADMIN.port(), role.replaceFirst("_[a-z]+$", ""), role, "secret");
    }

    /** Runs roles.sql, which otherwise needs psql. */
    private static void createDatabase(String name, String owner, String role) throws IOException {
        String[] script = Files.readString(ROLES)
                .replaceAll("(?m)^--.*$", "")
                .replace(":\"database\"", name)
                .replace(":\"owner\"", owner)
                .replace(":\"role\"", role)
                .split("\\\\connect \\w+\n", -1);
        Database database = new Database(ADMIN.host(), ADMIN.port(), name, ADMIN.user(), ADMIN.password());
        for (String statement : script[0].split(";\\s*", -1)) {
            if (!statement.isBlank()) {
                ADMIN.execute(statement); // one by one, because CREATE DATABASE cannot run in a transaction block
            }
        }
        database.execute(script[1]);
        database.execute("ALTER ROLE %s PASSWORD 'secret'; ALTER ROLE %s PASSWORD 'secret'".formatted(owner, role));
    }
}
