package dev.orderflow.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.orderflow.events.EventHeaders;
import dev.orderflow.events.Topics;
import dev.orderflow.localstack.Database;
import dev.orderflow.localstack.backends.Backends;
import dev.orderflow.localstack.launcher.TestEnvironment;
import dev.orderflow.messaging.harness.KafkaTestClient;
import dev.orderflow.messaging.harness.MessagingDatabase;
import dev.orderflow.messaging.kafka.EventCodec;
import dev.orderflow.messaging.observability.MessagingSpans;
import dev.orderflow.messaging.outbox.OrderingKeys.OrderingKey;
import dev.orderflow.messaging.outbox.RelayPass.PublishFailure;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The relay's pass against a real PostgreSQL and a real Kafka. */
class RelayPassIT {

    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final EventCodec CODEC = new EventCodec();

    private static Backends backends;
    private static Database database;
    private static KafkaProducer<String, String> producer;
    private static KafkaTestClient wire;

    private static final int PASS = 100;
    private static final long BACK_OFF_MILLIS = 10_000;

    private final UUID orderId = UUID.randomUUID();
    private long clockMillis;
    private final OrderingKeys orderingKeys = new OrderingKeys(() -> clockMillis, failures -> BACK_OFF_MILLIS);

    @BeforeAll
    static void start() {
        backends = TestEnvironment.backends();
        database = MessagingDatabase.migrated();
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", backends.bootstrapServers(), "acks", "all", "max.block.ms", 500),
                new StringSerializer(),
                new StringSerializer());
        wire = new KafkaTestClient(backends.bootstrapServers(), Topics.ORDERS);
        await("what the producer must know of the topic, which takes longer than it may block")
                .atMost(LIMIT)
                .ignoreExceptions()
                .until(() -> !producer.partitionsFor(Topics.ORDERS).isEmpty());
    }

    @AfterAll
    static void stop() {
        wire.close();
        producer.close();
    }

    @BeforeEach
    void emptyOutbox() {
        database.execute("truncate outbox; truncate dead_letter cascade");
    }

    @Test
    void what_waits_is_published_with_its_headers_and_deleted() throws Exception {
        UUID id = insert("{\"n\":1}");

        assertThat(pass(RelayPassIT::toKafka)).isEqualTo(1);

        assertThat(waiting()).isZero();
        await().atMost(LIMIT).until(() -> wire.consumedOf(orderId).size() == 1);
        KafkaTestClient.ConsumedRecord heard = wire.consumedOf(orderId).getFirst();
        assertThat(heard.payload()).isEqualTo("{\"n\":1}");
        assertThat(heard.id()).isEqualTo(id);
        assertThat(heard.headers()).containsKey(EventHeaders.TIME);
        assertThat(pass(RelayPassIT::toKafka)).isZero();
    }

    @Test
    void a_window_with_two_records_of_one_key_is_full_all_the_same() throws Exception {
        insert("{\"n\":1}");
        insert("{\"n\":2}");
        for (int i = 2; i < PASS; i++) {
            insert(UUID.randomUUID(), "{}");
        }
        orderingKeys.passCompleted(List.of(new OrderingKey(Topics.ORDERS, "any")), List.of());
        try (Connection connection = database.connect();
                var table = new OutboxTable(connection)) {
            var pass = relayPass(table, RelayPassIT::toKafka);
            assertThat(pass.run()).isEqualTo(PASS - 1);
            assertThat(pass.wasFull()).isTrue();
            assertThat(pass.run()).isEqualTo(1);
            assertThat(pass.wasFull()).isFalse();
        }
    }

    @Test
    void what_was_published_is_deleted_with_the_next_read_and_not_published_again() throws Exception {
        insert("{\"n\":1}");
        insert("{\"n\":2}");
        try (Connection connection = database.connect();
                var table = new OutboxTable(connection)) {
            var pass = relayPass(table, RelayPassIT::toKafka);
            assertThat(pass.run()).isEqualTo(1);
            assertThat(waiting()).isEqualTo(2);
            assertThat(pass.run()).isEqualTo(1);
            assertThat(waiting()).isEqualTo(1);
            assertThat(pass.run()).isZero();
            assertThat(waiting()).isZero();
        }

        await().atMost(LIMIT).until(() -> wire.consumedOf(orderId).size() == 2);
        assertThat(wire.consumedOf(orderId))
                .extracting(KafkaTestClient.ConsumedRecord::payload)
                .containsExactly("{\"n\":1}", "{\"n\":2}");
    }

    @Test
    void a_crash_between_publish_and_delete_publishes_the_same_event_id_again() throws Exception {
        UUID id = insert("{}");

        assertThatThrownBy(() -> pass(RelayPassIT::toKafkaAndThenLoseTheSession))
                .isInstanceOf(SQLException.class);
        assertThat(waiting()).isEqualTo(1);
        assertThat(pass(RelayPassIT::toKafka)).isEqualTo(1);

        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(wire.published())
                        .filteredOn(one -> orderId.toString().equals(one.key()))
                        .extracting(KafkaTestClient.ConsumedRecord::id)
                        .containsExactly(id, id));
        assertThat(waiting()).isZero();
    }

    @Test
    void what_kafka_did_not_acknowledge_stays_and_the_rest_goes() throws Exception {
        insert("{\"refused\":true}");
        UUID other = UUID.randomUUID();
        insert(other, "{}");

        orderingKeys.passCompleted(List.of(new OrderingKey(Topics.ORDERS, "any")), List.of());
        assertThat(pass(message -> message.value().contains("refused")
                        ? CompletableFuture.failedStage(new IllegalStateException("broker is away"))
                        : toKafka(message)))
                .isEqualTo(1);

        assertThat(waiting()).isEqualTo(1);
        await().atMost(LIMIT).until(() -> wire.consumedOf(other).size() == 1);
        assertThat(wire.consumedOf(orderId)).isEmpty();
    }

    @Test
    void when_kafka_acknowledges_nothing_all_rows_stay_and_the_cause_is_told() throws Exception {
        insert("{}");

        assertThatThrownBy(() ->
                        pass(message -> CompletableFuture.failedStage(new IllegalStateException("broker is away"))))
                .isInstanceOf(PublishFailure.class)
                .hasMessageContaining("broker is away");

        assertThat(waiting()).isEqualTo(1);
    }

    @Test
    void a_successor_never_overtakes_an_event_of_the_same_order_that_failed() throws Exception {
        insert("{\"n\":1}");
        insert("{\"n\":2}");
        boolean[] down = {true};
        RecordPublisher flaky = message -> {
            boolean refuse = down[0];
            down[0] = false;
            return refuse ? CompletableFuture.failedStage(new IllegalStateException("once")) : toKafka(message);
        };

        assertThatThrownBy(() -> pass(flaky)).isInstanceOf(PublishFailure.class);
        assertThat(pass(flaky)).as("the topic rests").isZero();
        clockMillis += BACK_OFF_MILLIS;
        assertThat(pass(flaky)).isEqualTo(1);
        assertThat(pass(flaky)).isEqualTo(1);

        await().atMost(LIMIT).until(() -> wire.consumedOf(orderId).size() == 2);
        assertThat(wire.consumedOf(orderId))
                .extracting(KafkaTestClient.ConsumedRecord::payload)
                .containsExactly("{\"n\":1}", "{\"n\":2}");
    }

    @Test
    void a_row_that_commits_after_a_later_one_was_published_is_not_lost() throws Exception {
        UUID other = UUID.randomUUID();
        try (Connection late = database.connect()) {
            late.setAutoCommit(false);
            insert(late, Topics.ORDERS, orderId, "{}");
            insert(other, "{}");
            assertThat(pass(RelayPassIT::toKafka)).isEqualTo(1);
            late.commit();
        }

        assertThat(pass(RelayPassIT::toKafka)).isEqualTo(1);
        await().atMost(LIMIT).until(() -> wire.consumedOf(orderId).size() == 1);
    }

    @Test
    void a_topic_that_is_gone_holds_nothing_up_and_gets_its_records_in_order_once_it_is_back() throws Exception {
        String gone = "orderflow.gone-" + orderId;
        for (int i = 0; i < 2 * PASS; i++) {
            insert(gone, UUID.randomUUID(), "{}");
        }
        insert(gone, orderId, "{\"n\":1}");
        insert(gone, orderId, "{\"n\":2}");
        UUID other = UUID.randomUUID();
        insert(other, "{\"n\":1}");
        insert(other, "{\"n\":2}");

        assertThatThrownBy(() -> pass(RelayPassIT::toKafka))
                .isInstanceOf(PublishFailure.class)
                .hasMessageContaining(gone);
        assertThat(pass(RelayPassIT::toKafka)).isEqualTo(1);
        assertThat(pass(RelayPassIT::toKafka)).isEqualTo(1);
        assertThat(pass(RelayPassIT::toKafka)).isZero();
        await().atMost(LIMIT).until(() -> wire.consumedOf(other).size() == 2);
        assertThat(waiting()).isEqualTo(2 * PASS + 2);

        try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", backends.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(gone, 6, (short) 1))).all().get(1, TimeUnit.MINUTES);
            await().atMost(LIMIT).until(() -> {
                clockMillis += BACK_OFF_MILLIS;
                passOrRefusal();
                return waiting() == 0;
            });
            try (KafkaTestClient back = new KafkaTestClient(backends.bootstrapServers(), gone)) {
                await().atMost(LIMIT).until(() -> back.consumedOf(orderId).size() >= 2);
                assertThat(back.consumedOf(orderId))
                        .extracting(KafkaTestClient.ConsumedRecord::payload)
                        .containsExactly("{\"n\":1}", "{\"n\":2}");
            }
            admin.deleteTopics(List.of(gone)).all().get(1, TimeUnit.MINUTES);
        }
    }

    @Test
    void a_row_that_cannot_be_read_becomes_a_dead_letter_and_all_other_keys_go_on() throws Exception {
        for (String unreadable : List.of("no json", "{\"ce_id\":", "{\"ce_id\":1}", "[]", "{} {}", "")) {
            database.execute("insert into outbox (id, topic, record_key, payload, headers) values ("
                    + "gen_random_uuid(), '%s', gen_random_uuid()::text, '{}', '%s')"
                            .formatted(Topics.ORDERS, unreadable));
        }
        UUID id = insert("{}");

        passUntil(0);

        await().atMost(LIMIT).until(() -> wire.consumedOf(orderId).size() == 1);
        assertThat(wire.consumedOf(orderId))
                .extracting(KafkaTestClient.ConsumedRecord::id)
                .containsExactly(id);
        assertThat(parked("cause = 'The headers are no JSON object of strings' and attempts = 1 and type is null"))
                .isEqualTo(6);
        assertThat(database.number("select count(*) from dead_letter_action where action = 'PARK'"))
                .isEqualTo(6);
    }

    @Test
    void a_record_that_is_too_large_for_kafka_becomes_a_dead_letter() throws Exception {
        insert("\"" + "x".repeat(2_000_000) + "\"");
        UUID other = UUID.randomUUID();
        insert(other, "{}");

        passUntil(0);

        await().atMost(LIMIT).until(() -> wire.consumedOf(other).size() == 1);
        assertThat(parked("cause like 'RecordTooLargeException%' and record_key = '" + orderId + "'"))
                .isEqualTo(1);
    }

    @Test
    void a_record_whose_topic_can_never_exist_becomes_a_dead_letter() throws Exception {
        insert("no topic", orderId, "{}");
        insert(UUID.randomUUID(), "{}");

        passUntil(0);

        assertThat(parked("cause like 'InvalidTopicException%' and topic = 'no topic'"))
                .isEqualTo(1);
    }

    @Test
    void what_follows_a_dead_letter_waits_and_is_published_after_it_once_it_is_sent_again() throws Exception {
        UUID first = insert("{\"n\":1}");
        database.execute("update outbox set headers = 'no json'");
        insert("{\"n\":2}");
        UUID other = UUID.randomUUID();
        passUntil(1);
        insert("{\"n\":3}");
        insert(other, "{}");
        passUntil(2);
        assertThat(pass(RelayPassIT::toKafka)).isZero();
        assertThat(wire.consumedOf(orderId)).isEmpty();
        assertThat(database.number("select count(*) from outbox_sendable"))
                .as("what waits for an operator is no sign that Kafka is away")
                .isZero();

        sendAgain("update dead_letter set headers = '{\"ce_id\":\"%s\"}'".formatted(first));
        passUntil(0);

        await().atMost(LIMIT).until(() -> wire.consumedOf(orderId).size() == 3);
        assertThat(wire.consumedOf(orderId))
                .extracting(KafkaTestClient.ConsumedRecord::payload)
                .containsExactly("{\"n\":1}", "{\"n\":2}", "{\"n\":3}");
        assertThat(wire.consumedOf(orderId).getFirst().id()).isEqualTo(first);
        assertThat(wire.consumedOf(other)).hasSize(1);
    }

    @Test
    void what_follows_a_dead_letter_is_published_once_that_is_discarded() throws Exception {
        insert("{\"n\":1}");
        database.execute("update outbox set headers = 'no json'");
        insert("{\"n\":2}");
        passUntil(1);

        database.execute("update dead_letter set status = 'DISCARDED', closed_at = now()");
        passUntil(0);

        await().atMost(LIMIT).until(() -> wire.consumedOf(orderId).size() == 1);
        assertThat(wire.consumedOf(orderId))
                .extracting(KafkaTestClient.ConsumedRecord::payload)
                .containsExactly("{\"n\":2}");
    }

    @Test
    void a_transaction_that_rolled_back_publishes_nothing() throws Exception {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            insert(connection, Topics.ORDERS, orderId, "{}");
            connection.rollback();
        }
        assertThat(pass(RelayPassIT::toKafka)).isZero();
        assertThat(wire.consumedOf(orderId)).isEmpty();
    }

    private int pass(RecordPublisher publisher) throws Exception {
        try (Connection connection = database.connect();
                var table = new OutboxTable(connection)) {
            return relayPass(table, publisher).run();
        }
    }

    private RelayPass relayPass(OutboxTable table, RecordPublisher publisher) {
        return new RelayPass(table, publisher, CODEC, new MessagingSpans(), orderingKeys, PASS, LIMIT.toMillis());
    }

    private void passUntil(long waiting) {
        await().atMost(LIMIT).until(() -> {
            clockMillis += BACK_OFF_MILLIS;
            passOrRefusal();
            return waiting() == waiting;
        });
    }

    private static long parked(String condition) {
        return database.number(
                "select count(*) from dead_letter where status = 'PARKED' and channel = 'outbox' and " + condition);
    }

    /** As an operator does it, in the transaction that closes the dead letter. */
    private static void sendAgain(String mend) throws SQLException {
        try (Connection connection = database.connect();
                var statement = connection.createStatement();
                var select = connection.prepareStatement("select id from dead_letter");
                var again = connection.prepareStatement(OutboxWriter.SEND_AGAIN)) {
            connection.setAutoCommit(false);
            statement.execute(mend);
            try (var letter = select.executeQuery()) {
                letter.next();
                again.setObject(1, letter.getObject(1, UUID.class));
            }
            assertThat(again.executeUpdate()).isEqualTo(1);
            statement.execute("update dead_letter set status = 'REDRIVEN', closed_at = now()");
            connection.commit();
        }
    }

    private void passOrRefusal() throws Exception {
        try {
            pass(RelayPassIT::toKafka);
        } catch (PublishFailure refused) {
            assertThat(waiting()).isPositive();
        }
    }

    private static CompletableFuture<Void> toKafka(ProducerRecord<String, String> message) {
        CompletableFuture<Void> acknowledged = new CompletableFuture<>();
        var unused = producer.send(message, (metadata, failure) -> {
            if (failure == null) {
                acknowledged.complete(null);
            } else {
                acknowledged.completeExceptionally(failure);
            }
        });
        return acknowledged;
    }

    /** What a crash of the process looks like to the database. */
    private static CompletableFuture<Void> toKafkaAndThenLoseTheSession(ProducerRecord<String, String> message) {
        return toKafka(message)
                .thenRun(() -> database.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                        + " where usename = current_user and pid <> pg_backend_pid()"));
    }

    private UUID insert(String payload) throws SQLException {
        return insert(orderId, payload);
    }

    private static UUID insert(UUID key, String payload) throws SQLException {
        return insert(Topics.ORDERS, key, payload);
    }

    private static UUID insert(String topic, UUID key, String payload) throws SQLException {
        try (Connection connection = database.connect()) {
            return insert(connection, topic, key, payload);
        }
    }

    private static UUID insert(Connection connection, String topic, UUID key, String payload) throws SQLException {
        UUID id = UUID.randomUUID();
        try (var insert = connection.prepareStatement(
                "insert into outbox (id, topic, record_key, payload, headers) values (?, ?, ?, ?, ?)")) {
            insert.setObject(1, id);
            insert.setString(2, topic);
            insert.setString(3, key.toString());
            insert.setString(4, payload);
            insert.setString(5, CODEC.encodeHeaders(Map.of(EventHeaders.ID, id.toString())));
            insert.executeUpdate();
        }
        return id;
    }

    private static long waiting() {
        return database.number("select count(*) from outbox");
    }
}
