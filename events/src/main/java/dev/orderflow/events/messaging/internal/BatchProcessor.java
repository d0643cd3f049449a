package dev.orderflow.events.messaging.internal;

import dev.orderflow.events.messaging.EventHandler;
import dev.orderflow.events.messaging.PermanentFailure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Sees a batch through: all events in one transaction; if that fails, each by itself, retried while the failure is transient
 * and parked when it can never succeed. Returns when every record has had its effect or is parked, and only then.
 */
@ApplicationScoped
public class BatchProcessor {

    private static final Logger LOG = Logger.getLogger(BatchProcessor.class.getName());

    @Inject
    EventReader reader;

    @Inject
    BatchTransaction transaction;

    @Inject
    DeadLetters deadLetters;

    @Inject
    MessagingConfig config;

    private record Read(IncomingRecord source, ReceivedEvent received) {}

    void process(String channel, EventHandler handler, List<IncomingRecord> records) throws InterruptedException {
        List<Read> batch = new ArrayList<>(records.size());
        for (IncomingRecord source : records) {
            try {
                reader.read(source).ifPresent(received -> batch.add(new Read(source, received)));
            } catch (PermanentFailure unreadable) {
                park(channel, source, unreadable, 1);
            }
        }
        if (!batch.isEmpty() && !handledTogether(channel, handler, batch)) {
            for (Read one : batch) {
                handleAlone(channel, handler, one);
            }
        }
    }

    private boolean handledTogether(String channel, EventHandler handler, List<Read> batch) {
        try {
            transaction.handle(handler, batch.stream().map(Read::received).toList());
            return true;
        } catch (RuntimeException failure) {
            LOG.log(Level.INFO, "{0}: a batch of {1} was rolled back, its events run one by one: {2}", new Object[] {
                channel, batch.size(), failure
            });
            return false;
        }
    }

    private void handleAlone(String channel, EventHandler handler, Read one) throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                transaction.handle(handler, List.of(one.received()));
                return;
            } catch (RuntimeException failure) {
                FailureKind kind = FailureKind.of(failure);
                if (kind == FailureKind.PERMANENT || (kind == FailureKind.UNKNOWN && attempt >= config.attempts())) {
                    park(channel, one.source(), failure, attempt);
                    return;
                }
                pauseAfter(channel, attempt, failure);
            }
        }
    }

    /** Parking touches the database only; it is repeated until it succeeds, because nothing else may be done with the record. */
    private void park(String channel, IncomingRecord source, RuntimeException cause, int attempts)
            throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                deadLetters.park(channel, source, cause, attempts);
                return;
            } catch (RuntimeException failure) {
                pauseAfter(channel, attempt, failure);
            }
        }
    }

    private void pauseAfter(String channel, int attempt, RuntimeException failure) throws InterruptedException {
        long delay = config.backOffMillis(attempt);
        LOG.log(Level.WARNING, "{0}: attempt {1} failed, the next follows in {2} ms: {3}", new Object[] {
            channel, attempt, delay, failure
        });
        TimeUnit.MILLISECONDS.sleep(delay);
    }
}
