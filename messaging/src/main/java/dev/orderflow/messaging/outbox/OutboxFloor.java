package dev.orderflow.messaging.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;

/**
 * A number below which the outbox has no rows, and never will have: there the relay begins to read. Without it, each
 * pass would step over all the rows that were deleted and cannot be vacuumed yet, because some snapshot is older.
 *
 * <p>The floor is not a cursor. Rows commit in another order than they are numbered, so a number says nothing about
 * those below it while a transaction is open that may have drawn one. Whoever inserts locks the table (ROW EXCLUSIVE)
 * before it draws a number, and until its transaction has ended. So: read the last number that was drawn, then who
 * holds that lock. When these transactions have ended, all rows up to that number are visible or will never exist; the
 * floor rises to it, or to just below the first row or parked dead letter, which returns to its place when it is sent
 * again. This needs a sequence that caches no numbers in sessions, as is the default. For one session; the next begins
 * without a floor.
 */
final class OutboxFloor {

    /** Deleted rows after which the floor is worth raising. */
    private static final int EVERY = 1_000;

    private static final String LAST_DRAWN =
            "select case when is_called then last_value else 0 end from outbox_seq_seq";

    private static final String WRITERS =
            "select virtualtransaction from pg_locks where locktype = 'relation' and mode = 'RowExclusiveLock'"
                    + " and database = (select oid from pg_database where datname = current_database())"
                    + " and relation = 'outbox'::regclass and pid is distinct from pg_backend_pid()";

    /** In one statement, because a row that is sent again moves from one table to the other. */
    private static final String HIGH_WATER_MARK = """
            select least(?,
                (select seq - 1 from outbox where seq > ? order by seq limit 1),
                (select min(outbox_seq) - 1 from dead_letter where status = 'PARKED' and outbox_seq is not null))""";

    private final Connection connection;
    private long floor;
    private int deleted = EVERY;

    /** The last number that had been drawn when we looked for writers, and those of them that were still there. */
    private long drawn;

    private final Set<String> writers = new HashSet<>();

    OutboxFloor(Connection connection) {
        this.connection = connection;
    }

    long value() {
        return floor;
    }

    void deleted(int rows) {
        deleted += rows;
    }

    /**
     * Between two passes: raises the floor when many rows were deleted, as soon as no transaction can have drawn a
     * number below.
     */
    void raise() throws SQLException {
        if (deleted < EVERY) {
            return;
        }
        if (drawn == 0) {
            drawn = lastDrawn();
            writers.addAll(writers());
        } else {
            writers.retainAll(writers());
        }
        if (writers.isEmpty()) {
            floor = highWaterMark(drawn);
            drawn = 0;
            deleted = 0;
        }
    }

    private long lastDrawn() throws SQLException {
        try (var select = connection.prepareStatement(LAST_DRAWN);
                var row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private Set<String> writers() throws SQLException {
        Set<String> found = new HashSet<>();
        try (var select = connection.prepareStatement(WRITERS);
                var row = select.executeQuery()) {
            while (row.next()) {
                found.add(row.getString(1));
            }
        }
        return found;
    }

    private long highWaterMark(long number) throws SQLException {
        try (var select = connection.prepareStatement(HIGH_WATER_MARK)) {
            select.setLong(1, number);
            select.setLong(2, floor);
            try (var row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
