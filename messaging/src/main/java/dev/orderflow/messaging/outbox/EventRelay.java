package dev.orderflow.messaging.outbox;

import static jakarta.interceptor.Interceptor.Priority.LIBRARY_BEFORE;

import dev.orderflow.chassis.failure.BackOff;
import dev.orderflow.chassis.failure.FailureSummary;
import dev.orderflow.chassis.schema.SchemaMigrated;
import dev.orderflow.chassis.telemetry.LogText;
import dev.orderflow.chassis.work.Heartbeat;
import dev.orderflow.chassis.work.Heartbeats;
import dev.orderflow.chassis.work.WorkerThreads;
import dev.orderflow.messaging.kafka.EventCodec;
import dev.orderflow.messaging.observability.MessagingMetrics;
import dev.orderflow.messaging.observability.MessagingMetrics.RecordOutcome;
import dev.orderflow.messaging.observability.MessagingSpans;
import dev.orderflow.messaging.outbox.RelayPass.PublishFailure;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Publishes the outbox. Of all replicas only the holder of a PostgreSQL advisory lock does; the others stand by. The
 * lock lives in the session that reads and deletes the rows, so whoever loses one loses the other.
 */
@ApplicationScoped
public class EventRelay {

    static final String NAME = "relay";

    /** The outgoing channel, by which metrics and dead letters call what could not be sent. */
    private static final String CHANNEL = "outbox";

    private static final Logger LOG = Logger.getLogger(EventRelay.class.getName());

    @Resource(lookup = "jdbc/database-unmanaged")
    DataSource database;

    @Inject
    Instance<ChannelPublisher> publisher;

    @Inject
    EventCodec codec;

    @Inject
    MessagingSpans spans;

    @Inject
    MessagingMetrics metrics;

    /** Most rows that one pass publishes. */
    @Inject
    @ConfigProperty(name = "orderflow.relay.batch")
    int batch;

    /** How long the leader waits for a wake-up before it looks for what other replicas wrote. */
    @Inject
    @ConfigProperty(name = "orderflow.relay.idle-poll-ms")
    long idlePollMillis;

    /** How often a replica that stands by tries to become the leader. */
    @Inject
    @ConfigProperty(name = "orderflow.relay.standby-poll-ms")
    long standbyPollMillis;

    /** How long a pass waits for Kafka; longer than the producer's own delivery.timeout.ms. */
    @Inject
    @ConfigProperty(name = "orderflow.relay.acknowledge-timeout-ms")
    long acknowledgeTimeoutMillis;

    @Inject
    BackOff backOff;

    /** What is known of Kafka outlives the loss of a database session. */
    private final OrderingKeys orderingKeys = new OrderingKeys(
            () -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime()), failures -> backOff.millisAfter(failures));

    @Inject
    WorkerThreads workers;

    @Inject
    Heartbeats heartbeats;

    private final Semaphore wake = new Semaphore(0);

    /** In a row, since a pass last succeeded. */
    private int failures;

    void start(@Observes SchemaMigrated event) {
        metrics.done(CHANNEL, RecordOutcome.PARKED, 0);
        workers.keep(NAME, this::run);
    }

    /** Before the service waits for its threads: one that rests would be waited for. */
    void stop(@Observes @Priority(LIBRARY_BEFORE) Shutdown event) {
        workers.stop();
        wake();
    }

    /** Something was committed to the outbox. */
    void wake() {
        wake.release();
    }

    /** Runs until it is stopped, whatever fails meanwhile: without it, nothing is published any more. */
    void run() {
        try {
            while (!workers.isStopping()) {
                heartbeat().working();
                try (Connection connection = database.getConnection()) {
                    var lock = new RelayLock(connection);
                    standBy(lock);
                    publishWhileLeading(connection, lock);
                } catch (PublishFailure e) {
                    // New events may be of a topic that takes them.
                    pause(failed(e));
                } catch (SQLException | RuntimeException e) {
                    workers.pause(failed(e));
                }
            }
        } catch (InterruptedException e) {
            LOG.fine("The relay was stopped");
        }
    }

    /** @return how long to wait before the next try, ms */
    private long failed(Exception failure) {
        long delay = backOff.millisAfter(++failures);
        String cause = LogText.of(FailureSummary.of(failure));
        LOG.log(Level.WARNING, "Publishing failed, next try in {0} ms: {1}", new Object[] {delay, cause});
        heartbeat().failed(failure, Duration.ofMillis(delay));
        return delay;
    }

    /**
     * Tries to become the leader, in one session and however much is committed meanwhile: the leader publishes that,
     * too. Waiting for the lock in a statement would need no tries, but its snapshot would keep dead rows from being
     * vacuumed.
     */
    private void standBy(RelayLock lock) throws SQLException, InterruptedException {
        // Longer than any pass or pause.
        lock.beginSession(2 * Math.max(acknowledgeTimeoutMillis, standbyPollMillis));
        while (!lock.tryAcquire()) {
            heartbeat().pausing(Duration.ofMillis(standbyPollMillis));
            workers.pause(standbyPollMillis);
            wake.drainPermits();
            heartbeat().working();
        }
    }

    private void publishWhileLeading(Connection connection, RelayLock lock)
            throws SQLException, InterruptedException, PublishFailure {
        lock.requireHeld();
        LOG.info("This replica publishes the outbox");
        try (var table = new OutboxTable(connection)) {
            var pass = new RelayPass(table, publisher.get(), codec, spans, orderingKeys, batch, acknowledgeTimeoutMillis);
            while (!workers.isStopping()) {
                heartbeat().working();
                lock.requireHeldNowAndThen();
                long begin = System.nanoTime();
                int published = run(pass);
                if (published > 0 || orderingKeys.isAllAccepted()) {
                    failures = 0;
                }
                if (published == 0) {
                    idle(idlePollMillis);
                } else if (!pass.wasFull()) {
                    workers.linger(begin, published);
                }
            }
        }
    }

    /** Gives the lead up, so that another replica may try, only when Kafka takes nothing at all from this one. */
    private int run(RelayPass pass) throws SQLException, InterruptedException, PublishFailure {
        try {
            int published = pass.run();
            metrics.published(published);
            return published;
        } catch (PublishFailure e) {
            if (orderingKeys.isNoneOpen()) {
                throw e;
            }
            heartbeat().failed(e, Duration.ofMillis(idlePollMillis));
            LOG.log(Level.WARNING, "A topic takes nothing and rests: {0}", LogText.of(FailureSummary.of(e)));
            return 0;
        } finally {
            metrics.done(CHANNEL, RecordOutcome.PARKED, pass.parked());
        }
    }

    private Heartbeat heartbeat() {
        return heartbeats.of(NAME);
    }

    private void idle(long millis) throws InterruptedException {
        heartbeat().pausing(Duration.ofMillis(millis));
        pause(millis);
    }

    private void pause(long millis) throws InterruptedException {
        if (wake.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
            wake.drainPermits();
        }
    }
}
