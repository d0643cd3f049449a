package dev.orderflow.messaging.consumer.setaside;

import dev.orderflow.chassis.failure.FailureSummary;
import dev.orderflow.messaging.kafka.ReceivedEvent;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * An ordering key that is set aside: its first event failed, and the events behind it wait. {@link SetAsideKeys} guards
 * the access.
 */
final class SetAsideKey {

    final String name;

    /** When the head is due for the next attempt. */
    long dueNanos;

    private final Deque<ReceivedEvent> events = new ArrayDeque<>();
    private Instant since = Instant.now();
    private String cause = "";
    private int attempts;
    private boolean isPoison;
    private boolean isParkRequested;
    private @Nullable String operator;

    /** How many events of the head's type had been handled at its last failure. */
    private long handledBefore;

    /** When the head first failed although others of its type had succeeded since its last attempt. */
    private @Nullable Long contestedNanos;

    SetAsideKey(String name, ReceivedEvent head) {
        this.name = name;
        events.add(head);
    }

    ReceivedEvent head() {
        return events.getFirst();
    }

    void follow(ReceivedEvent event) {
        events.add(event);
    }

    int size() {
        return events.size();
    }

    int attempts() {
        return attempts;
    }

    /** Whether the head has failed for long enough while others of its type succeeded. */
    boolean isPoison() {
        return isPoison;
    }

    /** Whether an operator has requested that the head is parked. */
    boolean isParkRequested() {
        return isParkRequested;
    }

    @Nullable
    String operator() {
        return operator;
    }

    boolean isOf(int partition) {
        return events.stream().anyMatch(event -> event.source().partition() == partition);
    }

    void failed(RuntimeException failure) {
        attempts++;
        cause = FailureSummary.of(failure);
    }

    /** Marks the head as poison once it has failed for long enough while others of its type succeeded. */
    void recordFailure(long handled, long nowNanos, long poisonAfterNanos) {
        if (handled > handledBefore) {
            if (contestedNanos == null) {
                contestedNanos = nowNanos;
            }
            isPoison |= nowNanos - contestedNanos >= poisonAfterNanos;
        }
        handledBefore = handled;
    }

    void park(@Nullable String by) {
        isParkRequested = true;
        operator = by;
    }

    void removeHead() {
        events.removeFirst();
        attempts = 0;
        since = Instant.now();
        isPoison = false;
        isParkRequested = false;
        operator = null;
        contestedNanos = null;
    }

    void handledBefore(long handled) {
        handledBefore = handled;
    }

    SetAsideEvent show(String channel) {
        ReceivedEvent head = head();
        return new SetAsideEvent(
                head.metadata().id(),
                head.metadata().type().wireName(),
                channel,
                head.source().topic(),
                head.source().partition(),
                head.source().offset(),
                head.source().key(),
                cause,
                attempts,
                since,
                events.size() - 1);
    }
}
