package dev.orderflow.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.chassis.failure.BackOff;
import dev.orderflow.chassis.harness.CapturedLog;
import dev.orderflow.chassis.work.Heartbeats;
import dev.orderflow.chassis.work.WorkerThreads;
import dev.orderflow.messaging.kafka.EventCodec;
import dev.orderflow.messaging.observability.MessagingMetrics;
import dev.orderflow.messaging.observability.MessagingSpans;
import jakarta.enterprise.inject.Instance;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The relay over a database that gives it the lock, or not, and nothing else. */
class EventRelayTest {

    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final int FIRST_MILLIS = 2;

    private final AtomicInteger sessions = new AtomicInteger();
    private final AtomicInteger attempts = new AtomicInteger();

    @AutoClose
    private final CapturedLog log = new CapturedLog(Logger.getLogger(EventRelay.class.getName()));

    private final EventRelay relay = new EventRelay();
    private volatile boolean lockIsFree;
    private volatile boolean lockIsLeftBehind;

    @BeforeEach
    @SuppressWarnings("unchecked") // nothing is published
    void wire() {
        relay.workers = new WorkerThreads();
        relay.heartbeats = new Heartbeats();
        relay.backOff = new BackOff(FIRST_MILLIS, 10_000);
        relay.codec = new EventCodec();
        relay.spans = new MessagingSpans();
        relay.metrics = new MessagingMetrics() {};
        relay.batch = 10;
        relay.acknowledgeTimeoutMillis = 1_000;
        relay.standbyPollMillis = 1;
        relay.publisher = fake(Instance.class, (proxy, method, arguments) -> null);
        relay.database = fake(DataSource.class, (proxy, method, arguments) -> {
            sessions.incrementAndGet();
            return session();
        });
    }

    @Test
    void a_relay_that_keeps_failing_backs_off_even_if_it_gets_the_lock() throws Exception {
        lockIsFree = true;
        Thread running = Thread.ofPlatform().start(relay::run);

        await().atMost(LIMIT).until(() -> delays().size() >= 8);
        relay.stop(new jakarta.enterprise.event.Shutdown());
        running.join();

        assertThat(delays().get(7)).isGreaterThanOrEqualTo(FIRST_MILLIS << 6);
    }

    @Test
    void a_relay_that_stands_by_tries_the_lock_in_one_session_until_it_gets_it() throws Exception {
        Thread running = Thread.ofPlatform().start(relay::run);

        await().atMost(LIMIT).until(() -> attempts.get() >= 20);
        assertThat(sessions).hasValue(1);
        assertThat(delays()).isEmpty();
        lockIsFree = true;
        await("it reads the outbox").atMost(LIMIT).until(() -> !delays().isEmpty());
        relay.stop(new jakarta.enterprise.event.Shutdown());
        running.join();
    }

    @Test
    void a_relay_whose_lock_stays_behind_in_another_session_publishes_nothing_and_says_why() throws Exception {
        lockIsFree = true;
        lockIsLeftBehind = true;
        Thread running = Thread.ofPlatform().start(relay::run);

        await().atMost(LIMIT).until(() -> causes().size() >= 3);
        relay.stop(new jakarta.enterprise.event.Shutdown());
        running.join();

        assertThat(causes()).allSatisfy(cause -> assertThat(cause).contains("pgbouncer in transaction mode"));
    }

    /** A session in which nothing can be read. */
    private Connection session() {
        return fake(Connection.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "prepareStatement" -> statement((String) arguments[0]);
            default -> null;
        });
    }

    private PreparedStatement statement(String sql) throws SQLException {
        if (sql.contains("outbox")) {
            throw new SQLException("nothing can be read", "XX001");
        }
        return fake(PreparedStatement.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "executeQuery" -> {
                attempts.incrementAndGet();
                yield fake(ResultSet.class, (result, call, parameters) -> switch (call.getName()) {
                    case "next" -> true;
                    case "getBoolean" -> lockIsFree && !(lockIsLeftBehind && sql.contains("pg_locks"));
                    default -> null;
                });
            }
            case "execute" -> true;
            default -> null;
        });
    }

    private List<Long> delays() {
        return failures().map(entry -> (Long) entry.getParameters()[0]).toList();
    }

    private List<String> causes() {
        return failures().map(entry -> String.valueOf(entry.getParameters()[1])).toList();
    }

    private Stream<LogRecord> failures() {
        return log.records().stream()
                .filter(entry -> entry.getLevel().equals(Level.WARNING) && entry.getParameters()[0] instanceof Long);
    }

    private static <T> T fake(Class<T> type, InvocationHandler behaviour) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, behaviour));
    }
}
