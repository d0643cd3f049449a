package dev.orderflow.messaging.outbox;

import dev.orderflow.messaging.UuidV7;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;

/**
 * The advisory lock that makes one replica the relay. The lock belongs to a PostgreSQL session, so the relay needs a
 * session of its own. A pooler in transaction mode, such as pgbouncer, breaks that: the lock stays in a session that
 * others use, and several replicas may acquire it there. So the relay marks its session and checks mark and lock.
 */
final class RelayLock {

    /** "outbox" in ASCII; one lock per database. */
    private static final long LOCK = 0x6f7574626f78L;

    private static final long LOOK_EVERY_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final String BEGIN =
            "select set_config('idle_session_timeout', ?, false), set_config('orderflow.relay', ?, false)";

    /**
     * Another replica in the same session overwrites the mark. Another session has no mark or does not hold the lock.
     */
    private static final String HELD = """
            select coalesce(current_setting('orderflow.relay', true), '') = ? and exists (
                select from pg_locks
                where locktype = 'advisory' and granted and pid = pg_backend_pid()
                and (classid::bigint << 32 | objid::bigint) = ? and objsubid = 1
                and database = (select oid from pg_database where datname = current_database()))""";

    private final Connection connection;
    private final String mark = UuidV7.next().toString();
    private long lookedNanos = System.nanoTime();

    RelayLock(Connection connection) {
        this.connection = connection;
    }

    /**
     * Marks the session, and limits how long it may be idle: a frozen relay would keep the lock as long as its session
     * lives.
     */
    void beginSession(long silentMillis) throws SQLException {
        try (var begin = connection.prepareStatement(BEGIN)) {
            begin.setString(1, Long.toString(silentMillis));
            begin.setString(2, mark);
            begin.execute();
        }
    }

    boolean tryAcquire() throws SQLException {
        try (var lock = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
            lock.setLong(1, LOCK);
            return isTrue(lock);
        }
    }

    /** Calls {@link #requireHeld} at most once a second, because it costs a statement. */
    void requireHeldNowAndThen() throws SQLException {
        if (System.nanoTime() - lookedNanos >= LOOK_EVERY_NANOS) {
            requireHeld();
        }
    }

    /**
     * Checks that the session in which statements run holds the lock.
     *
     * @throws IllegalStateException if it does not; then this replica must not publish
     */
    void requireHeld() throws SQLException {
        lookedNanos = System.nanoTime();
        try (var held = connection.prepareStatement(HELD)) {
            held.setString(1, mark);
            held.setLong(2, LOCK);
            if (!isTrue(held)) {
                throw new IllegalStateException("The relay's lock is not in the session that its statements run in."
                        + " A pooler such as pgbouncer in transaction mode does that: connect the services to"
                        + " PostgreSQL directly, or let it pool sessions.");
            }
        }
    }

    private static boolean isTrue(PreparedStatement statement) throws SQLException {
        try (var result = statement.executeQuery()) {
            return result.next() && result.getBoolean(1);
        }
    }
}
