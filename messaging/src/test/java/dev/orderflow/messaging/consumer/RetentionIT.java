package dev.orderflow.messaging.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.chassis.work.RetentionJanitor;
import dev.orderflow.chassis.work.TableRetention;
import dev.orderflow.localstack.Database;
import dev.orderflow.messaging.UuidV7;
import dev.orderflow.messaging.harness.MessagingDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is remembered, and what that costs, against a real PostgreSQL. */
class RetentionIT {

    private static final Logger LOG = Logger.getLogger(RetentionIT.class.getName());

    private static final int REMEMBERED = 1_000_000;
    private static final int OLD = 5_000;
    private static final int BATCH = 1_000;
    private static final TableRetention INBOX = new TableRetention("inbox", "received_at", Duration.ofDays(15));
    private static final TableRetention DEAD_LETTERS =
            new TableRetention("dead_letter", "closed_at", Duration.ofDays(90));

    private static Database database;
    private static Work batchOfAnEmptyInbox;

    /** What a piece of work has cost, as PostgreSQL counts it: pages that were looked at, and rows that were read without an index. */
    private record Work(long pages, long scanned, long millis) {}

    private interface Task {
        void run(Connection connection) throws SQLException;
    }

    @BeforeAll
    static void fill() throws SQLException {
        database = MessagingDatabase.migrated();
        database.execute("truncate inbox");
        // What it reads would be counted as well.
        database.execute("alter table inbox set (autovacuum_enabled = false)");
        batchOfAnEmptyInbox = work(RetentionIT::claimBatch);
        database.execute("""
                insert into inbox (event_id, received_at)
                select uuidv7(age), now() + age from (
                    select -interval '14 days' * n / %1$d as age from generate_series(%1$d, 1, -1) n) young""".formatted(REMEMBERED));
        database.execute("vacuum analyze inbox");
    }

    @BeforeEach
    void age() {
        database.execute("delete from inbox where received_at < now() - interval '15 days'");
        database.execute("""
                insert into inbox (event_id, received_at)
                select uuidv7(-interval '15 days 1 minute'), now() - interval '15 days 1 minute'
                from generate_series(1, %d)""".formatted(OLD));
    }

    @Test
    void a_batch_claims_its_events_among_a_million_as_among_none() throws SQLException {
        Work work = work(RetentionIT::claimBatch);

        LOG.info("200 events claimed in an empty inbox: %s; among a million: %s".formatted(batchOfAnEmptyInbox, work));
        assertThat(work.scanned()).isZero();
        assertThat(work.pages())
                .as("pages: a look into a tree of a million is a few pages longer than into an empty one")
                .isLessThan(5 * batchOfAnEmptyInbox.pages());
    }

    @Test
    void a_purge_reads_what_it_deletes_and_not_the_million_that_it_keeps() throws SQLException {
        Work work = work(connection ->
                assertThat(RetentionJanitor.purge(connection, INBOX, BATCH)).isEqualTo(BATCH));

        LOG.info("%d of %d rows purged: %s".formatted(BATCH, REMEMBERED + OLD, work));
        assertThat(work.scanned()).isZero();
        assertThat(work.pages()).isLessThan(10L * BATCH);
        assertThat(inbox("received_at < now() - interval '15 days'")).isEqualTo(OLD - BATCH);
    }

    @Test
    void batch_by_batch_all_that_is_old_goes_and_all_that_is_young_stays() throws SQLException {
        long young = inbox("received_at >= now() - interval '15 days'");
        try (Connection connection = database.connect()) {
            List<Integer> batches = Stream.generate(() -> purge(connection))
                    .takeWhile(deleted -> deleted > 0)
                    .toList();
            assertThat(batches).hasSize(OLD / BATCH).containsOnly(BATCH);
        }

        assertThat(inbox("received_at < now() - interval '15 days'")).isZero();
        assertThat(inbox("true")).isEqualTo(young);
    }

    @Test
    void replicas_purge_side_by_side_and_never_wait_for_each_other() throws SQLException {
        try (Connection one = database.connect();
                Connection other = database.connect()) {
            one.setAutoCommit(false);
            assertThat(purge(one)).isEqualTo(BATCH);
            try (var limit = other.createStatement()) {
                limit.execute("set lock_timeout = '1s'");
            }
            assertThat(purge(other)).isEqualTo(BATCH);
            one.commit();
        }

        assertThat(inbox("received_at < now() - interval '15 days'")).isEqualTo(OLD - 2 * BATCH);
    }

    @Test
    void closed_dead_letters_go_with_their_history_and_those_that_wait_for_a_decision_never() throws SQLException {
        UUID closed = letter("DISCARDED", "90 days 1 minute");
        UUID young = letter("REDRIVEN", "89 days");
        UUID parked = letter("PARKED", "1000 days");

        try (Connection connection = database.connect()) {
            assertThat(RetentionJanitor.purge(connection, DEAD_LETTERS, BATCH)).isEqualTo(1);
        }

        assertThat(actions(closed)).isZero();
        assertThat(actions(young)).isEqualTo(1);
        assertThat(actions(parked)).isEqualTo(1);
        database.execute("truncate dead_letter cascade");
    }

    private static int purge(Connection connection) {
        try {
            return RetentionJanitor.purge(connection, INBOX, BATCH);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void claimBatch(Connection connection) throws SQLException {
        List<UUID> events = Stream.generate(UuidV7::next).limit(200).toList();
        assertThat(Inbox.claim(connection, events)).hasSize(200);
    }

    private static UUID letter(String status, String age) {
        UUID id = UuidV7.next();
        database.execute("""
                insert into dead_letter (id, event_id, channel, topic, kafka_partition, kafka_offset, headers, cause, attempts,
                                         parked_at, status, closed_at)
                values ('%1$s', '%1$s', 'orders', 'topic', 0, 0, '{}', 'Test', 1, now() - interval '%2$s', '%3$s',
                        case when '%3$s' <> 'PARKED' then now() - interval '%2$s' end);
                insert into dead_letter_action (dead_letter_id, action, outcome) values ('%1$s', 'PARK', 'PARKED')""".formatted(id, age, status));
        return id;
    }

    private static long actions(UUID letter) {
        return database.number(
                "select count(*) from dead_letter left join dead_letter_action on dead_letter_id = id where id = ?",
                letter);
    }

    private static long inbox(String condition) {
        return database.number("select count(*) from inbox where " + condition);
    }

    private static Work work(Task task) throws SQLException {
        try (Connection connection = database.connect()) {
            Work before = counted(connection, 0);
            long begin = System.nanoTime();
            task.run(connection);
            Work after = counted(connection, (System.nanoTime() - begin) / 1_000_000);
            return new Work(after.pages() - before.pages(), after.scanned() - before.scanned(), after.millis());
        }
    }

    private static Work counted(Connection connection, long millis) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("select pg_stat_force_next_flush()");
            try (var row = statement.executeQuery("""
                    select heap_blks_hit + heap_blks_read + idx_blks_hit + idx_blks_read, seq_tup_read
                    from pg_statio_user_tables join pg_stat_user_tables using (relid) where relid = 'inbox'::regclass""")) {
                row.next();
                return new Work(row.getLong(1), row.getLong(2), millis);
            }
        }
    }
}
