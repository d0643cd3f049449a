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
 * Publishes the outbox. Only one replica does: the leader, which holds a PostgreSQL advisory lock. The others stand by.
 * The lock belongs to the session that reads and deletes the rows, so losing the session means losing the lock.
 */
@ApplicationScoped
public class EventRelay {

    static final String NAME = "relay";

    /** Name of the outgoing channel in metrics and dead letters. */
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

    /** Maximum number of rows per pass. */
    @Inject
    @ConfigProperty(name = "orderflow.relay.batch")
    int batch;

    /** How long an idle leader waits before it polls for rows of other replicas. */
    @Inject
    @ConfigProperty(name = "orderflow.relay.idle-poll-ms")
    long idlePollMillis;

    /** How often a standby replica tries to become the leader. */
    @Inject
    @ConfigProperty(name = "orderflow.relay.standby-poll-ms")
    long standbyPollMillis;

    /** How long a pass waits for acknowledgements; must exceed the producer's delivery.timeout.ms. */
    @Inject
    @ConfigProperty(name = "orderflow.relay.acknowledge-timeout-ms")
    long acknowledgeTimeoutMillis;

    @Inject
    BackOff backOff;

    /** Outlives a database session: it tracks the state of Kafka. */
    private final OrderingKeys orderingKeys = new OrderingKeys(
            () -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime()), failures -> backOff.millisAfter(failures));

    @Inject
    WorkerThreads workers;

    @Inject
    Heartbeats heartbeats;

    private final Semaphore wake = new Semaphore(0);

    /** Consecutive failures since the last successful pass. */
    private int failures;

    void start(@Observes SchemaMigrated event) {
        metrics.done(CHANNEL, RecordOutcome.PARKED, 0);
        workers.keep(NAME, this::run);
    }

    /** Runs before the service joins its threads, to wake an idle relay. */
    void stop(@Observes @Priority(LIBRARY_BEFORE) Shutdown event) {
        workers.stop();
        wake();
    }

    /** Called after a commit that wrote to the outbox. */
    void wake() {
        wake.release();
    }

    /** Runs until it is stopped and survives every failure: without it, nothing is published. */
    void run() {
        try {
            while (!workers.isStopping()) {
                heartbeat().working();
                try (Connection connection = database.getConnection()) {
                    var lock = new RelayLock(connection);
                    standBy(lock);
                    publishWhileLeading(connection, lock);
                } catch (PublishFailure e) {
                    // A wake-up ends this pause, because the new events may belong to another topic.
                    pause(failed(e));
                } catch (SQLException | RuntimeException e) {
                    workers.pause(failed(e));
                }
            }
        } catch (InterruptedException e) {
            LOG.fine("The relay was stopped");
        }
    }

    /** @return pause before the next attempt, in ms */
    private long failed(Exception failure) {
        long delay = backOff.millisAfter(++failures);
        String cause = LogText.of(FailureSummary.of(failure));
        LOG.log(Level.WARNING, "Publishing failed, next attempt in {0} ms: {1}", new Object[] {delay, cause});
        heartbeat().failed(failure, Duration.ofMillis(delay));
        return delay;
    }

    /**
     * Polls for the lock in one session, and ignores wake-ups: the leader publishes those rows. It does not block in a
     * statement, because the snapshot of a waiting statement would keep dead rows from being vacuumed.
     */
    private void standBy(RelayLock lock) throws SQLException, InterruptedException {
        // The timeout exceeds the longest pass and the longest pause.
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
            var pass =
                    new RelayPass(table, publisher.get(), codec, spans, orderingKeys, batch, acknowledgeTimeoutMillis);
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

    /** Gives up the lead, so that another replica may try, only if Kafka accepts no record of any topic. */
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
            LOG.log(Level.WARNING, "A topic accepts no records and is paused: {0}", LogText.of(FailureSummary.of(e)));
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
