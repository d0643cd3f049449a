package dev.orderflow.localstack.backends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.orderflow.localstack.Database;
import dev.orderflow.localstack.ServiceName;
import dev.orderflow.localstack.backends.redis.RedisBackend;
import dev.orderflow.localstack.parts.StackPart;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BackendsIT {
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private Backends backends;
    private StackOptions options;

    @BeforeAll
    void start(@TempDir Path home) {
        options = StackOptions.forTests(home);
        backends = Backends.start(options);
    }

    @AfterAll
    void stop() {
        backends.close();
    }

    @Test
    void a_role_reaches_only_its_own_database() {
        Database orders = backends.database(ServiceName.ORDER);
        for (String other : List.of("inventory", "payments", "gateway", "postgres", "template1")) {
            Database foreign = new Database(orders.host(), orders.port(), other, orders.user(), orders.password());
            assertThatThrownBy(foreign::connect)
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied for database");
        }
    }

    @Test
    void a_role_creates_tables_and_schemas_in_its_own_database() throws SQLException {
        try (Connection connection = backends.database(ServiceName.PAYMENT).connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA simulator CREATE TABLE ledger (id int)");
            statement.execute("CREATE TABLE payment (id int)");
            try (ResultSet role = statement.executeQuery(
                    "SELECT rolsuper OR rolcreatedb OR rolcreaterole OR rolreplication OR rolbypassrls FROM pg_roles"
                            + " WHERE rolname = current_user")) {
                assertThat(role.next()).isTrue();
                assertThat(role.getBoolean(1)).isFalse();
            }
        }
    }

    @Test
    void the_topics_of_a_service_have_six_partitions() throws Exception {
        try (Admin admin =
                Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, backends.bootstrapServers()))) {
            assertThat(admin.describeTopics(List.of("orderflow.orders.v1"))
                            .allTopicNames()
                            .get()
                            .values())
                    .singleElement()
                    .satisfies(topic -> assertThat(topic.partitions()).hasSize(6));
        }
    }

    @Test
    void topics_keep_records_for_a_week_in_segments_of_a_day() throws Exception {
        var topic = new ConfigResource(ConfigResource.Type.TOPIC, "orderflow.orders.v1");
        try (Admin admin =
                Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, backends.bootstrapServers()))) {
            assertThat(admin.describeConfigs(List.of(topic)).all().get().values())
                    .singleElement()
                    .extracting(
                            config -> config.get("retention.ms").value(),
                            config -> config.get("segment.ms").value())
                    .containsExactly("604800000", "86400000");
        }
    }

    @Test
    void the_passwords_are_readable_by_the_owner_only() throws IOException {
        Path passwords = backends.home().directory().resolve("passwords.properties");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(passwords)))
                .isEqualTo("rw-------");
    }

    @Test
    void every_backend_comes_back_on_the_same_port_after_a_stop_and_a_kill() throws Exception {
        for (StackPart part : List.of(backends.postgres(), backends.kafka(), backends.redis())) {
            part.stop();
            assertThat(part.isRunning()).isFalse();
            part.start();
            part.kill();
            assertThat(part.isRunning()).isFalse();
            part.start();
            assertThat(part.isRunning()).isTrue();
        }
        backends.database(ServiceName.ORDER).connect().close();
    }

    @Test
    void a_paused_backend_hangs_until_it_is_resumed_and_can_be_stopped() throws Exception {
        RedisBackend redis = backends.redis();
        redis.pause();
        assertThatThrownBy(() -> ping(redis)).isInstanceOf(SocketTimeoutException.class);
        redis.resume();
        ping(redis);
        // A machine that stalls is late now and then; who has to be killed takes 10 s each time.
        await().atMost(LIMIT).untilAsserted(() -> {
            redis.start();
            redis.pause();
            long begin = System.nanoTime();
            redis.stop();
            assertThat(redis.isRunning()).isFalse();
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
        });
        redis.start();
    }

    private static void ping(RedisBackend redis) throws IOException {
        RedisBackend.ping("127.0.0.1", redis.port());
    }
}
