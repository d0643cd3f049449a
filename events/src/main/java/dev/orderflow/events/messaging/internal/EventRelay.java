package dev.orderflow.events.messaging.internal;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Publishes the outbox. Of all replicas only the holder of a PostgreSQL advisory lock does; the others stand by. The lock
 * lives in the session that reads and deletes the rows, so whoever loses one loses the other.
 */
@ApplicationScoped
public class EventRelay {

    private static final Logger LOG = Logger.getLogger(EventRelay.class.getName());
    /** "outbox" in ASCII; one lock per database. */
    private static final long LOCK = 0x6f7574626f78L;

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

    @Inject
    MessagingConfig config;

    private final Semaphore wake = new Semaphore(0);

    /** Something was committed to the outbox. */
    void wake() {
        wake.release();
    }

    /** Runs until the thread is interrupted, whatever fails meanwhile: without it, nothing is published any more. */
    void run() {
        int failures = 0;
        try {
            while (!Thread.interrupted()) {
                try (Connection connection = database.getConnection()) {
                    if (becomeLeader(connection)) {
                        failures = 0;
                        publishWhileLeading(connection);
                    }
                    pause(config.standbyPollMillis());
                } catch (SQLException | PublishFailure | RuntimeException e) {
                    long delay = config.backOffMillis(++failures);
                    LOG.log(Level.WARNING, "Publishing failed, next try in {0} ms: {1}", new Object[] {delay, e});
                    pause(delay);
                }
            }
        } catch (InterruptedException e) {
            LOG.fine("The relay was stopped");
        }
    }

    private static boolean becomeLeader(Connection connection) throws SQLException {
        try (var lock = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
            lock.setLong(1, LOCK);
            try (var result = lock.executeQuery()) {
                return result.next() && result.getBoolean(1);
            }
        }
    }

    private void publishWhileLeading(Connection connection) throws SQLException, InterruptedException, PublishFailure {
        LOG.info("This replica publishes the outbox");
        var pass = new RelayPass(
                connection, publisher.get(), codec, spans, config.relayBatch(), config.acknowledgeTimeoutMillis());
        while (true) {
            int published = pass.run();
            metrics.published(published);
            if (published == 0) {
                pause(config.idlePollMillis());
            }
        }
    }

    private void pause(long millis) throws InterruptedException {
        if (wake.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
            wake.drainPermits();
        }
    }
}
