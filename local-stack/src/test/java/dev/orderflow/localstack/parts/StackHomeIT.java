package dev.orderflow.localstack.parts;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.orderflow.localstack.ProgressLog;
import dev.orderflow.localstack.ServiceName;
import dev.orderflow.localstack.StackFailure;
import dev.orderflow.localstack.StackPorts;
import dev.orderflow.localstack.backends.BackendKind;
import dev.orderflow.localstack.backends.Backends;
import dev.orderflow.localstack.backends.StackOptions;
import dev.orderflow.localstack.backends.postgres.PostgresBackend;
import dev.orderflow.localstack.files.EmbeddedBinaries;
import dev.orderflow.localstack.files.Folders;
import dev.orderflow.localstack.files.RepositoryCheckout;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackHomeIT {
    @TempDir
    private Path home;

    @Test
    void data_survives_a_stop_and_no_process_does() throws SQLException {
        StackOptions options = StackOptions.forTests(home, BackendKind.PROCESSES);
        try (Backends first = Backends.start(options)) {
            execute(first, "CREATE TABLE kept (id int)");
        }
        assertThat(running()).isEmpty();
        try (Backends second = Backends.start(options)) {
            execute(second, "INSERT INTO kept VALUES (1)");
        }
    }

    @Test
    void the_next_start_ends_what_a_stack_left_that_was_killed_with_its_watchdog() throws Exception {
        Process stack = KilledStack.start(home, BackendKind.PROCESSES);
        await().atMost(3, MINUTES).until(() -> Files.exists(home.resolve("ready")));
        assertThatThrownBy(() -> StackHome.open(home, ProgressLog.silent()))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("already running")
                .hasMessageContaining("process " + stack.pid());
        List<RecordedProcess> left =
                running().stream().filter(process -> process.find().isPresent()).toList();
        stack.children()
                .filter(child -> left.stream().noneMatch(process -> process.pid() == child.pid()))
                .forEach(watchdog -> {
                    watchdog.destroyForcibly();
                    watchdog.onExit().join();
                });
        stack.destroyForcibly().waitFor();
        assertThat(left)
                .hasSize(3)
                .allSatisfy(process -> assertThat(process.find()).isPresent());

        List<String> said = new ArrayList<>();
        StackHome.open(home, said::add).close();
        assertThat(left).allSatisfy(process -> assertThat(process.find()).isEmpty());
        assertThat(said).hasSize(3).allMatch(line -> line.contains("left by a stack that was killed"));
    }

    @Test
    void a_taken_port_is_named_before_anything_starts() throws IOException {
        StackOptions options = StackOptions.forTests(home, BackendKind.PROCESSES);
        int port = options.ports().redis().number();
        try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThat(taken.isBound()).isTrue();
            assertThatThrownBy(() -> Backends.start(options))
                    .isInstanceOf(StackFailure.class)
                    .hasMessageContaining("Port " + port + " for Redis")
                    .hasMessageContaining("REDIS_PORT");
        }
        assertThat(home.resolve("data")).isEmptyDirectory();
    }

    @Test
    void a_half_written_data_folder_is_named() throws IOException {
        Path postgres = Files.createDirectories(home.resolve("data/postgres"));
        assertThatThrownBy(() -> Backends.start(StackOptions.forTests(home, BackendKind.PROCESSES)))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining(postgres + " is incomplete")
                .hasMessageContaining("rm -rf " + postgres);
        Folders.delete(postgres);
        Path kafka = Files.createDirectories(home.resolve("data/kafka"));
        assertThatThrownBy(() -> Backends.start(StackOptions.forTests(home, BackendKind.PROCESSES)))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining(kafka + " is incomplete");
        assertThat(running()).isEmpty();
    }

    @Test
    void a_damaged_data_folder_is_reported_with_the_end_of_the_log() throws IOException {
        try (StackHome opened = StackHome.open(home, ProgressLog.silent())) {
            EmbeddedBinaries binaries =
                    new EmbeddedBinaries(RepositoryCheckout.locate().binaries());
            PostgresBackend postgres = PostgresBackend.embedded(
                    opened, binaries, StackPorts.free().postgres().number());
            postgres.start();
            postgres.stop();
            Files.writeString(home.resolve("data/postgres/global/pg_control"), "damaged");
            assertThatThrownBy(postgres::start)
                    .isInstanceOf(StackFailure.class)
                    .hasMessageContaining("PostgreSQL ended while starting")
                    .hasMessageContaining("pg_control")
                    .hasMessageContaining("PostgreSQL.log");
        }
        assertThat(running()).isEmpty();
    }

    private static void execute(Backends backends, String sql) throws SQLException {
        try (Connection connection = backends.database(ServiceName.ORDER).connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<RecordedProcess> running() {
        return new ProcessLedger(home.resolve("processes")).recorded();
    }
}
