package dev.orderflow.messaging.consumer;

import dev.orderflow.chassis.failure.BackOff;
import dev.orderflow.chassis.failure.Cause;
import dev.orderflow.chassis.failure.FailureKind;
import dev.orderflow.chassis.failure.LoggedFailure;
import dev.orderflow.chassis.failure.PermanentFailure;
import dev.orderflow.chassis.telemetry.LogText;
import dev.orderflow.chassis.work.Pulses;
import dev.orderflow.chassis.work.Workers;
import dev.orderflow.messaging.LowWaterMark;
import dev.orderflow.messaging.kafka.IncomingRecord;
import dev.orderflow.messaging.kept.KeptEvents;
import dev.orderflow.messaging.observability.MessagingMetrics;
import dev.orderflow.messaging.observability.MessagingMetrics.Outcome;
import dev.orderflow.messaging.observability.MessagingSpans;
import io.opentelemetry.context.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

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
    Parking parking;

    @Inject
    KeptEvents kept;

    /** How often an event is tried whose failure is of an unknown kind, before it is parked. */
    @Inject
    @ConfigProperty(name = "orderflow.consumer.attempts")
    int maxAttempts;

    @Inject
    BackOff backOff;

    @Inject
    MessagingSpans spans;

    @Inject
    MessagingMetrics metrics;

    @Inject
    Workers workers;

    @Inject
    Pulses pulses;

    void process(String channel, RegisteredHandlers handler, List<IncomingRecord> records) throws InterruptedException {
        List<ReceivedEvent> batch = new ArrayList<>(records.size());
        Map<Integer, LowWaterMark> marks = new HashMap<>();
        List<IncomingRecord> unknown = new ArrayList<>();
        int unreadable = 0;
        for (IncomingRecord source : records) {
            try {
                reader.read(source, handler::concern).ifPresent(batch::add);
                reader.mark(source).ifPresent(mark -> marks.put(mark.partition(), mark));
                if (KeptEvents.isOfAnotherVersion(source)) {
                    unknown.add(source);
                }
            } catch (PermanentFailure failure) {
                unreadable++;
                park(channel, source, failure, 1);
            }
        }
        keep(channel, unknown);
        metrics.done(channel, Outcome.IGNORED, records.size() - batch.size() - unknown.size() - unreadable);
        if (batch.size() == 1 || !handledTogether(channel, handler, batch)) {
            for (ReceivedEvent one : batch) {
                handleAlone(channel, handler, one);
            }
        }
        marks.values().forEach(mark -> tell(channel, handler, mark));
    }

    /** Not tried again: the next mark says as much and more. */
    private static void tell(String channel, RegisteredHandlers handler, LowWaterMark mark) {
        try {
            handler.published(mark);
        } catch (RuntimeException failure) {
            LoggedFailure.log(LOG, Level.WARNING, channel + ": a low-water mark is passed over", failure);
        }
    }

    private boolean handledTogether(String channel, RegisteredHandlers handler, List<ReceivedEvent> batch) {
        if (batch.isEmpty()) {
            return true;
        }
        try {
            attempt(channel, handler, batch);
            return true;
        } catch (RuntimeException failure) {
            LOG.log(Level.INFO, "{0}: a batch of {1} was rolled back, its events run one by one: {2}", new Object[] {
                channel, batch.size(), LogText.of(Cause.of(failure))
            });
            return false;
        }
    }

    private void attempt(String channel, RegisteredHandlers handler, List<ReceivedEvent> events) {
        pulses.of(IncomingChannel.worker(channel)).works();
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
    private void handleAlone(String channel, RegisteredHandlers handler, ReceivedEvent one)
            throws InterruptedException {
        try (Scope logged = one.source().context().makeCurrent()) {
            for (int attempt = 1; ; attempt++) {
                try {
                    attempt(channel, handler, List.of(one));
                    return;
                } catch (RuntimeException failure) {
                    if (isHopeless(channel, failure, attempt)) {
                        park(channel, one.source(), failure, attempt);
                        return;
                    }
                    pauseAfter(channel, attempt, failure);
                }
            }
        }
    }

    /** What may be a bug is told with its stack, once. */
    private boolean isHopeless(String channel, RuntimeException failure, int attempt) {
        return switch (FailureKind.of(failure)) {
            case TRANSIENT -> false;
            case PERMANENT -> true;
            case UNKNOWN -> {
                if (attempt >= maxAttempts) {
                    LoggedFailure.log(LOG, Level.WARNING, channel + ": whatever this is, it does not pass", failure);
                }
                yield attempt >= maxAttempts;
            }
        };
    }

    /** Parking touches the database only; it is repeated until it succeeds, because nothing else may be done with the record. */
    @SuppressWarnings("try") // the scope works by being open
    private void park(String channel, IncomingRecord source, RuntimeException cause, int attempts)
            throws InterruptedException {
        try (Scope logged = source.context().makeCurrent()) {
            for (int attempt = 1; ; attempt++) {
                try {
                    parking.park(channel, source, cause, attempts);
                    metrics.done(channel, Outcome.PARKED, 1);
                    return;
                } catch (RuntimeException failure) {
                    pauseAfter(channel, attempt, failure);
                }
            }
        }
    }

    /** Repeated until it succeeds, for the same reason. */
    private void keep(String channel, List<IncomingRecord> unknown) throws InterruptedException {
        for (int attempt = 1; !unknown.isEmpty(); attempt++) {
            try {
                kept.keep(channel, unknown);
                metrics.done(channel, Outcome.KEPT, unknown.size());
                return;
            } catch (RuntimeException failure) {
                pauseAfter(channel, attempt, failure);
            }
        }
    }

    private void pauseAfter(String channel, int attempt, RuntimeException failure) throws InterruptedException {
        metrics.retried(channel);
        long delay = backOff.millisAfter(attempt);
        String cause = LogText.of(Cause.of(failure));
        LOG.log(Level.WARNING, "{0}: attempt {1} failed ({2}), the next follows in {3} ms: {4}", new Object[] {
            channel, attempt, FailureKind.of(failure), delay, cause
        });
        pulses.of(IncomingChannel.worker(channel)).failed(failure, Duration.ofMillis(delay));
        workers.pause(delay);
    }
}
