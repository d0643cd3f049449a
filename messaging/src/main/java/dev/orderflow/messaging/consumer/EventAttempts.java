package dev.orderflow.messaging.consumer;

import dev.orderflow.chassis.failure.FailureKind;
import dev.orderflow.chassis.failure.FailureSummary;
import dev.orderflow.chassis.failure.PermanentFailure;
import dev.orderflow.chassis.telemetry.LogText;
import dev.orderflow.messaging.kafka.IncomingRecord;
import dev.orderflow.messaging.kafka.ReceivedEvent;
import dev.orderflow.messaging.observability.MessagingMetrics;
import dev.orderflow.messaging.observability.MessagingMetrics.RecordOutcome;
import dev.orderflow.messaging.observability.MessagingSpans;
import io.opentelemetry.context.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Makes one attempt to handle events, or to park a record, in one transaction. Returns the failure instead of throwing
 * it.
 */
@ApplicationScoped
public class EventAttempts {

    private static final Logger LOG = Logger.getLogger(EventAttempts.class.getName());

    @Inject
    EventReader reader;

    @Inject
    BatchTransaction transaction;

    @Inject
    DeadLetterParking parking;

    @Inject
    MessagingSpans spans;

    @Inject
    MessagingMetrics metrics;

    /** Returns the failure; empty if the events are handled. */
    Optional<RuntimeException> handle(IncomingChannel channel, List<ReceivedEvent> events) {
        channel.heartbeat().working();
        TracedBatchHandler handling = new TracedBatchHandler(channel.name(), channel.handler(), events, spans, metrics);
        Optional<RuntimeException> failure = failureOf(() -> transaction.handle(handling, events));
        handling.end(failure.orElse(null));
        if (failure.isEmpty()) {
            channel.setAside().succeeded(handling.types());
        }
        return failure;
    }

    /** Handles or parks an event that an older version kept. Returns false if it must stay in its table. */
    boolean isKeptDone(IncomingChannel channel, IncomingRecord source) {
        Optional<RuntimeException> failure;
        try {
            failure = reader.read(source, channel.handler()::handles).flatMap(event -> handle(channel, List.of(event)));
        } catch (PermanentFailure unreadable) {
            failure = Optional.of(unreadable);
        }
        if (failure.isPresent() && FailureKind.of(failure.get()) == FailureKind.PERMANENT) {
            failure = park(channel, source, failure.get(), 1, null);
        }
        failure.ifPresent(left ->
                LOG.log(Level.WARNING, "{0}: a kept event from {1} failed and will be retried: {2}", new Object[] {
                    channel.name(), source.position(), LogText.of(FailureSummary.of(left))
                }));
        return failure.isEmpty();
    }

    /** Returns the failure; empty if the record is parked. */
    @SuppressWarnings("try") // closing the scope is its only use
    Optional<RuntimeException> park(
            IncomingChannel channel,
            IncomingRecord source,
            RuntimeException cause,
            int attempts,
            @Nullable String operator) {
        channel.heartbeat().working();
        try (Scope logged = source.context().makeCurrent()) {
            Optional<RuntimeException> failure =
                    failureOf(() -> parking.park(channel.name(), source, cause, attempts, operator));
            if (failure.isEmpty()) {
                metrics.done(channel.name(), RecordOutcome.PARKED, 1);
            }
            return failure;
        }
    }

    private static Optional<RuntimeException> failureOf(Runnable work) {
        try {
            work.run();
            return Optional.empty();
        } catch (RuntimeException failure) {
            return Optional.of(failure);
        }
    }
}
