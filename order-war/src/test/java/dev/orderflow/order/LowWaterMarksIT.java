package dev.orderflow.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.events.EventHeaders;
import dev.orderflow.events.Topics;
import dev.orderflow.localstack.ServiceName;
import dev.orderflow.localstack.launcher.TestEnvironment;
import dev.orderflow.messaging.harness.KafkaTestClient;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.microshed.testing.jupiter.MicroShedTest;

/** Kafka is available, and the relay of the order service runs or is blocked. */
@MicroShedTest
class LowWaterMarksIT {

    private static final Duration LIMIT = Duration.ofMinutes(1);

    private static final String TYPE = "dev.orderflow.relay.low-water-mark.v1";

    /** The relay's advisory lock. */
    private static final long LOCK = 0x6f7574626f78L;

    private static KafkaTestClient wire;

    @BeforeAll
    static void listen() {
        wire = new KafkaTestClient(TestEnvironment.backends().bootstrapServers(), Topics.ORDERS);
    }

    @AfterAll
    static void hangUp() {
        wire.close();
    }

    @Test
    void marks_go_on_while_nothing_happens() {
        Instant now = Instant.now();

        await().atMost(LIMIT).until(() -> marksAfter(now) >= 2L * wire.partitions(Topics.ORDERS));
    }

    @Test
    void no_mark_passes_an_event_that_is_not_published() throws SQLException {
        try (Connection relay =
                        TestEnvironment.backends().database(ServiceName.ORDER).connect();
                var sql = relay.createStatement()) {
            sql.execute("""
                    select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'
                    and (classid::bigint << 32) + objid::bigint = %1$d;
                    select pg_advisory_lock(%1$d)""".formatted(LOCK));
            UUID id = OrderStreamIT.place();
            Instant committed = Instant.ofEpochMilli(OrderRows.number(
                    "select (extract(epoch from created_at) * 1000)::bigint + 1 from outbox where record_key = ?",
                    id.toString()));
            int heard = marks().size();

            await().atMost(LIMIT).until(() -> marks().size() >= heard + 3 * wire.partitions(Topics.ORDERS));
            assertThat(marksAfter(committed)).isZero();
            assertThat(wire.consumedOf(id)).isEmpty();

            sql.execute("select pg_advisory_unlock(%d)".formatted(LOCK));
            await().atMost(LIMIT).until(() -> marksAfter(committed) > 0);
            assertThat(wire.consumedOf(id)).isNotEmpty();
        }
    }

    @Test
    void no_mark_passes_an_event_that_cannot_be_sent_until_it_is_discarded() {
        UUID id = UUID.randomUUID();
        OrderRows.execute(
                "insert into outbox (id, topic, record_key, headers) values ('%1$s', '%2$s', '%1$s', 'no json')"
                        .formatted(id, Topics.ORDERS));
        String letter = "from dead_letter where event_id = '%s'".formatted(id);
        await().atMost(LIMIT).until(() -> OrderRows.number("select count(*) " + letter) == 1);
        Instant written = Instant.ofEpochMilli(
                OrderRows.number("select (extract(epoch from written_at) * 1000)::bigint + 1 " + letter));
        int heard = marks().size();

        await().atMost(LIMIT).until(() -> marks().size() >= heard + 3 * wire.partitions(Topics.ORDERS));
        assertThat(marksAfter(written)).isZero();

        OrderRows.execute("delete " + letter);
        await().atMost(LIMIT).until(() -> marksAfter(written) > 0);
    }

    private static long marksAfter(Instant time) {
        return marks().stream().filter(mark -> mark.isAfter(time)).count();
    }

    private static List<Instant> marks() {
        return wire.consumed().stream()
                .filter(one -> one.type().equals(TYPE))
                .map(one -> Instant.parse(one.headers().getOrDefault(EventHeaders.TIME, "none")))
                .toList();
    }
}
