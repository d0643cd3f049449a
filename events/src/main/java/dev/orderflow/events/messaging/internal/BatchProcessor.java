package dev.orderflow.events.messaging.internal;

import dev.orderflow.events.messaging.EventHandler;
import dev.orderflow.events.messaging.PermanentFailure;
import dev.orderflow.events.messaging.internal.MessagingMetrics.Outcome;
import dev.orderflow.events.telemetry.LogText;
import io.opentelemetry.context.Scope;
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

    @Inject
    MessagingSpans spans;

    @Inject
    MessagingMetrics metrics;

    void process(String channel, EventHandler handler, List<IncomingRecord> records) throws InterruptedException {
        List<ReceivedEvent> batch = new ArrayList<>(records.size());
        int unreadable = 0;
        for (IncomingRecord source : records) {
            try {
                reader.read(source).ifPresent(batch::add);
            } catch (PermanentFailure failure) {
                unreadable++;
                park(channel, source, failure, 1);
            }
        }
        metrics.done(channel, Outcome.IGNORED, records.size() - batch.size() - unreadable);
        if (!batch.isEmpty() && !handledTogether(channel, handler, batch)) {
            for (ReceivedEvent one : batch) {
                handleAlone(channel, handler, one);
            }
        }
    }

    private boolean handledTogether(String channel, EventHandler handler, List<ReceivedEvent> batch) {
        try {
            attempt(channel, handler, batch);
            return true;
        } catch (RuntimeException failure) {
            LOG.log(Level.INFO, "{0}: a batch of {1} was rolled back, its events run one by one: {2}", new Object[] {
                channel, batch.size(), LogText.of(failure)
            });
            return false;
        }
    }

    private void attempt(String channel, EventHandler handler, List<ReceivedEvent> events) {
        Handling handling = new Handling(channel, handler, events, spans, metrics);
        try {
            transaction.handle(handling, events);
            handling.end(null);
        } catch (RuntimeException failure) {
            handling.end(failure);
            throw failure;
        }
    }

    @SuppressWarnings("try") // the scope works by being open
    private void handleAlone(String channel, EventHandler handler, ReceivedEvent one) throws InterruptedException {
        try (Scope logged = one.source().context().makeCurrent()) {
            for (int attempt = 1; ; attempt++) {
                try {
                    attempt(channel, handler, List.of(one));
                    return;
                } catch (RuntimeException failure) {
                    FailureKind kind = FailureKind.of(failure);
                    if (kind == FailureKind.PERMANENT
                            || (kind == FailureKind.UNKNOWN && attempt >= config.attempts())) {
                        park(channel, one.source(), failure, attempt);
                        return;
                    }
                    pauseAfter(channel, attempt, failure);
                }
            }
        }
    }

    /** Parking touches the database only; it is repeated until it succeeds, because nothing else may be done with the record. */
    @SuppressWarnings("try") // the scope works by being open
    private void park(String channel, IncomingRecord source, RuntimeException cause, int attempts)
            throws InterruptedException {
        try (Scope logged = source.context().makeCurrent()) {
            for (int attempt = 1; ; attempt++) {
                try {
                    deadLetters.park(channel, source, cause, attempts);
                    metrics.done(channel, Outcome.PARKED, 1);
                    return;
                } catch (RuntimeException failure) {
                    pauseAfter(channel, attempt, failure);
                }
            }
        }
    }

    private void pauseAfter(String channel, int attempt, RuntimeException failure) throws InterruptedException {
        metrics.retried(channel);
        long delay = config.backOffMillis(attempt);
        LOG.log(Level.WARNING, "{0}: attempt {1} failed, the next follows in {2} ms: {3}", new Object[] {
            channel, attempt, delay, LogText.of(failure)
        });
        TimeUnit.MILLISECONDS.sleep(delay);
    }
}
