package dev.orderflow.messaging.consumer;

import dev.orderflow.chassis.failure.BackOff;
import dev.orderflow.chassis.failure.FailureKind;
import dev.orderflow.chassis.failure.FailureSummary;
import dev.orderflow.chassis.failure.LoggedFailure;
import dev.orderflow.chassis.failure.PermanentFailure;
import dev.orderflow.chassis.telemetry.LogText;
import dev.orderflow.chassis.work.WorkerThreads;
import dev.orderflow.messaging.LowWaterMark;
import dev.orderflow.messaging.consumer.setaside.SetAsideKeys;
import dev.orderflow.messaging.kafka.IncomingRecord;
import dev.orderflow.messaging.kafka.ReceivedEvent;
import dev.orderflow.messaging.kept.KeptEvents;
import dev.orderflow.messaging.observability.MessagingMetrics;
import dev.orderflow.messaging.observability.MessagingMetrics.RecordOutcome;
import io.opentelemetry.context.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Handles a batch: all events in one transaction. If that fails, each event runs in its own transaction. It is retried
 * while the failure is transient, parked if the record is invalid, and otherwise set aside with its ordering key. A
 * record is acknowledged when it is handled, parked, ignored or kept; a record that is set aside is acknowledged later.
 */
@ApplicationScoped
public class BatchProcessor {

    private static final Logger LOG = Logger.getLogger(BatchProcessor.class.getName());

    @Inject
    EventReader reader;

    @Inject
    EventAttempts attempts;

    @Inject
    KeptEvents kept;

    @Inject
    BackOff backOff;

    @Inject
    MessagingMetrics metrics;

    @Inject
    WorkerThreads workers;

    void process(IncomingChannel channel, List<IncomingRecord> records) throws InterruptedException {
        List<ReceivedEvent> batch = new ArrayList<>(records.size());
        List<IncomingRecord> ignored = new ArrayList<>();
        Map<Integer, LowWaterMark> marks = new HashMap<>();
        List<IncomingRecord> unknown = new ArrayList<>();
        for (IncomingRecord source : records) {
            try {
                Optional<ReceivedEvent> event = reader.read(source, channel.handler()::handles);
                reader.mark(source).ifPresent(mark -> marks.put(mark.partition(), mark));
                event.filter(one -> !channel.setAside().follow(one)).ifPresent(batch::add);
                if (KeptEvents.isOfAnotherVersion(source)) {
                    unknown.add(source);
                } else if (event.isEmpty()) {
                    ignored.add(source);
                }
            } catch (PermanentFailure failure) {
                parkUnreadable(channel, source, failure);
            }
        }
        metrics.done(channel.name(), RecordOutcome.IGNORED, ignored.size());
        if (batch.size() == 1 || !handledTogether(channel, batch)) {
            for (ReceivedEvent one : batch) {
                awaitTurn(channel);
                if (!channel.setAside().follow(one)) {
                    handleAlone(channel, one);
                }
            }
        }
        if (!ignored.isEmpty()) {
            channel.subscriber().acknowledge(ignored);
        }
        keep(channel, unknown);
        channel.mark(marks);
        channel.notifyOfMarks();
    }

    /** Retries the events that are set aside and due. Returns when the channel may take more records. */
    void awaitTurn(IncomingChannel channel) throws InterruptedException {
        retry(channel);
        for (long millis = channel.setAside().millisToWait();
                millis > 0;
                millis = channel.setAside().millisToWait()) {
            channel.heartbeat().pausing(Duration.ofMillis(millis));
            workers.pause(millis);
            channel.heartbeat().idle();
            retry(channel);
        }
    }

    private void retry(IncomingChannel channel) {
        List<ReceivedEvent> allDue = channel.setAside().due();
        for (ReceivedEvent due : allDue) {
            Optional<ReceivedEvent> head = Optional.of(due);
            while (head.isPresent() && isDoneNow(channel, head.get())) {
                channel.subscriber().acknowledge(List.of(head.get().source()));
                head = channel.setAside().done(head.get());
            }
        }
        if (!allDue.isEmpty()) {
            channel.notifyOfMarks();
            channel.heartbeat().idle();
        }
    }

    private boolean handledTogether(IncomingChannel channel, List<ReceivedEvent> batch) {
        if (batch.isEmpty()) {
            return true;
        }
        Optional<RuntimeException> failure = attempts.handle(channel, batch);
        failure.ifPresentOrElse(
                left -> LOG.log(
                        Level.INFO,
                        "{0}: a batch of {1} was rolled back, its events run one by one: {2}",
                        new Object[] {channel.name(), batch.size(), LogText.of(FailureSummary.of(left))}),
                () -> channel.subscriber()
                        .acknowledge(batch.stream().map(ReceivedEvent::source).toList()));
        return failure.isEmpty();
    }

    @SuppressWarnings("try") // the scope works by being open
    private void handleAlone(IncomingChannel channel, ReceivedEvent one) throws InterruptedException {
        try (Scope logged = one.source().context().makeCurrent()) {
            for (int attempt = 1; ; attempt++) {
                Optional<RuntimeException> failure = attempts.handle(channel, List.of(one));
                if (failure.isPresent() && FailureKind.of(failure.get()) == FailureKind.UNKNOWN) {
                    setAside(channel, one, failure.get());
                    return;
                }
                if (failure.isPresent() && FailureKind.of(failure.get()) == FailureKind.PERMANENT) {
                    failure = attempts.park(channel, one.source(), failure.get(), attempt, null);
                }
                if (failure.isEmpty()) {
                    channel.subscriber().acknowledge(List.of(one.source()));
                    return;
                }
                pauseAfter(channel, attempt, failure.get());
            }
        }
    }

    /**
     * Logs the stack of the first failure, which may be a bug. A fault that fails every event is logged in one line.
     */
    private void setAside(IncomingChannel channel, ReceivedEvent one, RuntimeException failure) {
        channel.setAside().add(one, failure);
        metrics.retried(channel.name());
        boolean isStopped = channel.setAside().isStopped();
        String what = "%s: attempt 1 failed (UNKNOWN), %s from %s is set aside with its key%s"
                .formatted(
                        channel.name(),
                        one.metadata().id(),
                        one.source().position(),
                        isStopped
                                ? ", and the channel stops: others fail, too: " + LogText.of(FailureSummary.of(failure))
                                : "");
        if (isStopped) {
            LOG.warning(what);
        } else {
            LoggedFailure.log(LOG, Level.WARNING, what, failure);
        }
    }

    /** Retries an event that is set aside. Returns true if it is handled or parked now. */
    @SuppressWarnings("try") // the scope works by being open
    private boolean isDoneNow(IncomingChannel channel, ReceivedEvent head) {
        SetAsideKeys setAside = channel.setAside();
        try (Scope logged = head.source().context().makeCurrent()) {
            Optional<RuntimeException> failure = attempts.handle(channel, List.of(head));
            if (failure.isPresent() && setAside.failedAgain(head, failure.get())) {
                failure = attempts.park(
                        channel, head.source(), failure.get(), setAside.attempts(head), setAside.operator(head));
            }
            failure.ifPresent(left -> {
                metrics.retried(channel.name());
                LOG.log(Level.WARNING, "{0}: attempt {1} failed ({2}), {3} stays set aside: {4}", new Object[] {
                    channel.name(),
                    setAside.attempts(head),
                    FailureKind.of(left),
                    head.metadata().id(),
                    LogText.of(FailureSummary.of(left))
                });
                channel.heartbeat().failed(left, Duration.ZERO);
            });
            return failure.isEmpty();
        }
    }

    /** Parks a record that cannot be read; retries until that succeeds. */
    private void parkUnreadable(IncomingChannel channel, IncomingRecord source, RuntimeException cause)
            throws InterruptedException {
        Optional<RuntimeException> failure = attempts.park(channel, source, cause, 1, null);
        for (int attempt = 1; failure.isPresent(); attempt++) {
            pauseAfter(channel, attempt, failure.get());
            failure = attempts.park(channel, source, cause, 1, null);
        }
        channel.subscriber().acknowledge(List.of(source));
    }

    /** Stores records of unknown types; retries until that succeeds. */
    private void keep(IncomingChannel channel, List<IncomingRecord> unknown) throws InterruptedException {
        for (int attempt = 1; !unknown.isEmpty(); attempt++) {
            try {
                kept.keep(channel.name(), unknown);
                metrics.done(channel.name(), RecordOutcome.KEPT, unknown.size());
                channel.subscriber().acknowledge(unknown);
                return;
            } catch (RuntimeException failure) {
                pauseAfter(channel, attempt, failure);
            }
        }
    }

    private void pauseAfter(IncomingChannel channel, int attempt, RuntimeException failure)
            throws InterruptedException {
        metrics.retried(channel.name());
        long delay = backOff.millisAfter(attempt);
        LOG.log(Level.WARNING, "{0}: attempt {1} failed ({2}), next attempt in {3} ms: {4}", new Object[] {
            channel.name(), attempt, FailureKind.of(failure), delay, LogText.of(FailureSummary.of(failure))
        });
        channel.heartbeat().failed(failure, Duration.ofMillis(delay));
        workers.pause(delay);
    }
}
