package dev.orderflow.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.awaitility.Awaitility.await;

import dev.orderflow.localstack.Database;
import dev.orderflow.messaging.harness.MessagingDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The relay's lock in a session of its own, and over a pooler that hands each transaction to any session. */
class RelayLockIT {

    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final long SILENT_MILLIS = 60_000;

    private static Database database;

    private Connection first;
    private Connection second;

    @BeforeAll
    static void migrate() {
        database = MessagingDatabase.migrated();
    }

    @BeforeEach
    void connect() throws SQLException {
        first = database.connect();
        second = database.connect();
    }

    @AfterEach
    void disconnect() throws SQLException {
        first.close();
        second.close();
    }

    @Test
    void a_lock_is_held_by_one_session_until_that_ends() throws SQLException {
        RelayLock leader = begun(first);
        RelayLock standby = begun(second);

        assertThat(leader.tryAcquire()).isTrue();
        assertThat(standby.tryAcquire()).isFalse();
        assertThatNoException().isThrownBy(leader::requireHeld);
        assertThatIllegalStateException().isThrownBy(standby::requireHeld);

        first.close();
        await().atMost(LIMIT).until(standby::tryAcquire);
        assertThatNoException().isThrownBy(standby::requireHeld);
    }

    @Test
    void a_pooler_that_switches_sessions_between_transactions_is_found_and_named() throws SQLException {
        RelayLock lock = begun(switching());

        assertThat(lock.tryAcquire()).isTrue();

        assertThatIllegalStateException()
                .isThrownBy(lock::requireHeld)
                .withMessageContaining("pgbouncer in transaction mode");
    }

    /** A session acquires a lock that it holds already, whichever replica asks. */
    @Test
    void a_pooler_that_gives_one_session_to_two_replicas_is_found() throws SQLException {
        RelayLock one = begun(first);
        assertThat(one.tryAcquire()).isTrue();
        RelayLock other = begun(first);
        assertThat(other.tryAcquire()).isTrue();

        assertThatIllegalStateException().isThrownBy(one::requireHeld);
    }

    private static RelayLock begun(Connection connection) throws SQLException {
        RelayLock lock = new RelayLock(connection);
        lock.beginSession(SILENT_MILLIS);
        return lock;
    }

    /** Each statement is a transaction of its own, and in the other session than the one before. */
    private Connection switching() {
        Connection[] sessions = {first, second};
        int[] next = {0};
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    try {
                        return method.invoke(sessions[next[0]++ % sessions.length], arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
