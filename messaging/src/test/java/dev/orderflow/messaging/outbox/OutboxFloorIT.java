package dev.orderflow.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.localstack.Database;
import dev.orderflow.messaging.harness.MessagingDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The floor against a real PostgreSQL: it may never rise over a row that is there or can still come. */
class OutboxFloorIT {

    private static final int MANY = 1_000;

    private static Database database;

    private Connection relay;
    private OutboxFloor floor;

    @BeforeAll
    static void migrate() {
        database = MessagingDatabase.migrated();
    }

    @BeforeEach
    void begin() throws SQLException {
        database.execute("truncate outbox; truncate dead_letter cascade");
        relay = database.connect();
        floor = new OutboxFloor(relay);
    }

    @AfterEach
    void end() throws SQLException {
        relay.close();
        database.execute("truncate outbox; truncate dead_letter cascade");
    }

    @Test
    void a_floor_rises_over_all_that_was_deleted_and_only_when_that_is_much() throws SQLException {
        publish();
        floor.raise();
        assertThat(floor.value()).as("at the beginning of a session").isEqualTo(lastNumber());

        insert(database.connect());
        database.execute("delete from outbox");
        floor.deleted(1);
        floor.raise();
        assertThat(floor.value()).isEqualTo(lastNumber() - 1);

        publish();
        floor.raise();
        assertThat(floor.value()).isEqualTo(lastNumber());
    }

    @Test
    void a_floor_stays_below_a_row_that_waits() throws SQLException {
        publish();
        insert(database.connect());
        long waiting = lastNumber();
        publishAllButTheOldest();

        raise();

        assertThat(floor.value()).isEqualTo(waiting - 1);
    }

    @Test
    void a_floor_stays_below_a_row_whose_transaction_is_open() throws SQLException {
        try (Connection late = database.connect()) {
            late.setAutoCommit(false);
            insert(late);
            long uncommitted = lastNumber();
            publish();

            raise();
            assertThat(floor.value()).isLessThan(uncommitted);

            late.commit();
            raise();
            assertThat(floor.value()).isEqualTo(uncommitted - 1);
        }
    }

    /** As between the two steps of an insert: it has drawn its number, and no snapshot knows of it. */
    @Test
    void a_floor_stays_below_a_number_that_was_drawn_and_whose_row_is_not_there_yet() throws SQLException {
        try (Connection late = database.connect();
                var statement = late.createStatement()) {
            late.setAutoCommit(false);
            statement.execute("lock table outbox in row exclusive mode");
            statement.execute("select nextval('outbox_seq_seq')");
            long drawn = lastNumber();
            publish();

            raise();
            assertThat(floor.value()).isLessThan(drawn);

            statement.execute("insert into outbox (seq, id, topic, headers) overriding system value"
                    + " values (%d, gen_random_uuid(), 'topic', '{}')".formatted(drawn));
            late.commit();
            raise();
            assertThat(floor.value()).isEqualTo(drawn - 1);
        }
    }

    @Test
    void transactions_that_begin_later_do_not_hold_a_floor_down() throws SQLException {
        try (Connection first = database.connect();
                Connection second = database.connect()) {
            first.setAutoCommit(false);
            second.setAutoCommit(false);
            publish();
            insert(first);
            long ofFirst = lastNumber();
            floor.raise();
            insert(second);
            first.commit();
            floor.raise();

            assertThat(floor.value()).isEqualTo(ofFirst - 1);
        }
    }

    @Test
    void a_floor_stays_below_a_dead_letter_which_may_be_sent_again() throws SQLException {
        insert(database.connect());
        long unsendable = lastNumber();
        var table = new OutboxTable(relay);
        table.park(table.oldest(List.of(), 1).getFirst(), null, "Test");
        publish();

        raise();
        assertThat(floor.value()).isEqualTo(unsendable - 1);

        database.execute("update dead_letter set status = 'DISCARDED', closed_at = now()");
        publish();
        raise();
        assertThat(floor.value()).isEqualTo(lastNumber());
    }

    /** Twice, because it looks for writers first, and then whether they have ended. */
    private void raise() throws SQLException {
        floor.deleted(MANY);
        floor.raise();
        floor.raise();
    }

    private void publish() throws SQLException {
        insert(database.connect());
        database.execute("delete from outbox");
        floor.deleted(MANY);
    }

    private void publishAllButTheOldest() throws SQLException {
        insert(database.connect());
        database.execute("delete from outbox where seq > (select min(seq) from outbox)");
    }

    private static void insert(Connection connection) throws SQLException {
        try (var insert = connection.prepareStatement(
                "insert into outbox (id, topic, headers) values (gen_random_uuid(), 'topic', '{}')")) {
            insert.executeUpdate();
        }
        if (connection.getAutoCommit()) {
            connection.close();
        }
    }

    private static long lastNumber() {
        return database.number("select last_value from outbox_seq_seq");
    }
}
