package dev.orderflow.order;

import static org.awaitility.Awaitility.await;

import dev.orderflow.localstack.Database;
import dev.orderflow.localstack.ServiceName;
import dev.orderflow.localstack.launcher.TestEnvironment;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.microshed.testing.jupiter.MicroShedTest;

/** Open write transactions that do not write order history. */
@MicroShedTest
class StreamMarkIT {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    /** Covers the order service's database, and another database on the same PostgreSQL server. */
    @ParameterizedTest
    @EnumSource(names = {"PAYMENT", "ORDER"})
    void an_open_transaction_that_writes_no_step_holds_up_neither_streams_nor_counts(ServiceName service)
            throws SQLException {
        try (var stream = SseClient.open(OrderStreamIT.ALL);
                Connection other = database(service).connect();
                var write = other.createStatement()) {
            other.setAutoCommit(false);
            write.execute("create table is_written_and_not_committed (id integer)");

            UUID id = OrderStreamIT.place();

            await().atMost(LIMIT)
                    .until(() -> !OrderStreamIT.of(id, stream.heard()).isEmpty());
            other.rollback();
        }
    }

    private static Database database(ServiceName service) {
        return TestEnvironment.backends().database(service);
    }
}
