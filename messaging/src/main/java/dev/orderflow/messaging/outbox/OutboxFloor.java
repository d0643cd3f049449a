package dev.orderflow.messaging.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;

/**
 * A number below which the outbox has no rows and never will. The relay reads rows above it. Otherwise each pass would
 * scan all deleted rows that an old snapshot keeps from being vacuumed.
 *
 * <p>The floor is not a cursor. Rows do not commit in the order of their numbers, so an open transaction may still
 * insert a row with a lower number. But a writer locks the table (ROW EXCLUSIVE) before it draws a number, and holds
 * the lock until its transaction ends. So the floor rises in three steps: read the last drawn number, list the holders
 * of that lock, and wait until all of them have ended. Then every row up to that number is visible or will never exist.
 * The floor rises to that number, or to just below the first row or parked dead letter, which returns to its number
 * when it is sent again.
 *
 * <p>The sequence must not cache numbers in sessions (CACHE 1, the default). A new session starts without a floor.
 */
final class OutboxFloor {

    /** Number of deleted rows after which the floor is raised. */
    private static final int EVERY = 1_000;

    private static final String LAST_DRAWN =
            "select case when is_called then last_value else 0 end from outbox_seq_seq";

    private static final String WRITERS =
            "select virtualtransaction from pg_locks where locktype = 'relation' and mode = 'RowExclusiveLock'"
                    + " and database = (select oid from pg_database where datname = current_database())"
                    + " and relation = 'outbox'::regclass and pid is distinct from pg_backend_pid()";

    /** One statement, because a row that is sent again moves from one table to the other. */
    private static final String HIGH_WATER_MARK = """
            select least(?,
                (select seq - 1 from outbox where seq > ? order by seq limit 1),
                (select min(outbox_seq) - 1 from dead_letter where status = 'PARKED' and outbox_seq is not null))""";

    private final Connection connection;
    private long floor;
    private int deleted = EVERY;

    /** The last drawn number when the writers were listed; 0 if they are not. */
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

    /** Raises the floor between two passes, once enough rows were deleted and the listed writers have ended. */
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
