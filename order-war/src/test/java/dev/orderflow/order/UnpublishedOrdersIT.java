package dev.orderflow.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.localstack.ServiceName;
import dev.orderflow.localstack.launcher.TestEnvironment;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.microshed.testing.jupiter.MicroShedTest;

/** The relay is blocked, because the test holds its lock. */
@MicroShedTest
class UnpublishedOrdersIT {

    private static final Duration LIMIT = Duration.ofMinutes(1);

    private static final long LOCK = 0x6f7574626f78L;

    private final OrderApiClient api =
            new OrderApiClient(TestEnvironment.server().baseUri());

    @Test
    void an_order_of_which_nobody_would_hear_in_time_is_refused() throws SQLException {
        try (Connection relay =
                        TestEnvironment.backends().database(ServiceName.ORDER).connect();
                var sql = relay.createStatement()) {
            sql.execute("""
                    select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'
                    and (classid::bigint << 32) + objid::bigint = %1$d;
                    select pg_advisory_lock(%1$d)""".formatted(LOCK));
            assertThat(place()).isEqualTo(201);

            sql.execute("update outbox set created_at = now() - interval '6 minutes'");
            await().atMost(LIMIT).until(() -> place() == 503);

            sql.execute("select pg_advisory_unlock(%d)".formatted(LOCK));
            await().atMost(LIMIT).until(() -> place() == 201);
        }
    }

    private int place() {
        return api.place(UUID.randomUUID().toString(), "c-unheard", "BOOK-001", 1)
                .statusCode();
    }
}
