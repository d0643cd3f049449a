package dev.orderflow.messaging.consumer.setaside;

import dev.orderflow.chassis.failure.FailureKind;
import dev.orderflow.events.EventType;
import dev.orderflow.messaging.kafka.IncomingRecord;
import dev.orderflow.messaging.kafka.ReceivedEvent;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The ordering keys that a channel has set aside: their next event failed for an unknown reason. Other keys show the
 * reason. If events of the same type succeed, the event is poison, and is parked after it has failed for long enough.
 * If the next events fail too, the fault is systemic: the channel stops, and takes one record after each back-off to
 * probe for recovery.
 */
public final class SetAsideKeys {

    /** How often a stopped channel checks for requests of an operator. */
    private static final long LONGEST_WAIT_MILLIS = 1_000;

    /** This number of failing keys in a row, without a success between them, is a systemic fault. */
    private static final int SYSTEMIC = 2;

    private final SetAsidePolicy policy;
    private final Map<String, SetAsideKey> keys = new LinkedHashMap<>();
    private final Map<EventType, Long> handled = new EnumMap<>(EventType.class);
    private int records;
    private int failuresInARow;
    private long probeNanos;

    public SetAsideKeys(SetAsidePolicy policy) {
        this.policy = policy;
    }

    /** Queues an event behind its key. Returns false, and does nothing, if the key is not set aside. */
    public synchronized boolean follow(ReceivedEvent event) {
        SetAsideKey key = keys.get(keyOf(event.source()));
        if (key != null) {
            key.follow(event);
            records++;
        }
        return key != null;
    }

    /** Sets aside the key of an event that has failed. */
    public synchronized void add(ReceivedEvent event, RuntimeException failure) {
        SetAsideKey key = new SetAsideKey(keyOf(event.source()), event);
        keys.put(key.name, key);
        records++;
        key.handledBefore(handled(event));
        key.failed(failure);
        key.dueNanos = afterBackOff(key.attempts());
        failuresInARow++;
        probeNanos = afterBackOff(failuresInARow - SYSTEMIC + 1);
    }

    /** Events of these types were handled: the fault is not systemic. */
    public synchronized void succeeded(Collection<EventType> types) {
        if (types.isEmpty()) {
            return;
        }
        types.forEach(type -> handled.merge(type, 1L, Long::sum));
        if (isStopped()) {
            keys.values().stream()
                    .filter(key -> types.contains(key.head().metadata().type()))
                    .forEach(key -> key.dueNanos = System.nanoTime());
        }
        failuresInARow = 0;
    }

    /** The first event of each key that is due. */
    public synchronized List<ReceivedEvent> due() {
        long now = System.nanoTime();
        return keys.values().stream()
                .filter(key -> key.dueNanos - now <= 0)
                .map(SetAsideKey::head)
                .toList();
    }

    /** Records another failure of an event. Returns whether it must be parked. */
    public synchronized boolean failedAgain(ReceivedEvent head, RuntimeException failure) {
        SetAsideKey key = key(head);
        key.failed(failure);
        key.dueNanos = afterBackOff(key.attempts());
        return switch (FailureKind.of(failure)) {
            case PERMANENT -> true;
            case UNKNOWN -> {
                key.recordFailure(
                        handled(head), System.nanoTime(), policy.poisonAfter().toNanos());
                yield key.isPoison() || key.isParkRequested();
            }
            case TRANSIENT -> key.isParkRequested();
        };
    }

    /** Removes an event that was handled or parked. Returns the next event of its key, which may be tried at once. */
    public synchronized Optional<ReceivedEvent> done(ReceivedEvent head) {
        SetAsideKey key = key(head);
        records--;
        key.removeHead();
        if (key.size() == 0) {
            keys.remove(key.name);
            return Optional.empty();
        }
        key.handledBefore(handled(key.head()));
        return Optional.of(key.head());
    }

    public synchronized int attempts(ReceivedEvent head) {
        return key(head).attempts();
    }

    /** The operator who requested that the event is parked; null if none did. */
    public synchronized @Nullable String operator(ReceivedEvent head) {
        return key(head).operator();
    }

    /**
     * Makes an event due at once, and parks it if it fails again. Returns false if it is not the first event of a key
     * that is set aside.
     */
    public synchronized boolean park(UUID eventId, @Nullable String operator) {
        Optional<SetAsideKey> found = keys.values().stream()
                .filter(key -> key.head().metadata().id().equals(eventId))
                .findFirst();
        found.ifPresent(key -> {
            key.park(operator);
            key.dueNanos = System.nanoTime();
        });
        return found.isPresent();
    }

    public synchronized List<SetAsideEvent> list(String channel) {
        return keys.values().stream().map(key -> key.show(channel)).toList();
    }

    /** Number of records that are set aside: those that failed, and those behind them. */
    public synchronized int size() {
        return records;
    }

    public synchronized boolean isOf(int partition) {
        return keys.values().stream().anyMatch(key -> key.isOf(partition));
    }

    /** Whether the channel takes only one record after each back-off, or none because too many are set aside. */
    public synchronized boolean isStopped() {
        return isFull() || failuresInARow >= SYSTEMIC;
    }

    /** Milliseconds until the channel may take the next record or must check again; 0 if it may now. */
    public synchronized long millisToWait() {
        long now = System.nanoTime();
        if (!isFull() && (failuresInARow < SYSTEMIC || probeNanos - now <= 0)) {
            return 0;
        }
        long next = keys.values().stream()
                .mapToLong(key -> key.dueNanos - now)
                .min()
                .orElse(Long.MAX_VALUE);
        if (!isFull()) {
            next = Math.min(next, probeNanos - now);
        }
        return Math.clamp(TimeUnit.NANOSECONDS.toMillis(next), 1, LONGEST_WAIT_MILLIS);
    }

    private boolean isFull() {
        return records >= policy.maxRecords();
    }

    private long afterBackOff(int failures) {
        return System.nanoTime()
                + TimeUnit.MILLISECONDS.toNanos(policy.backOff().millisAfter(failures));
    }

    private long handled(ReceivedEvent event) {
        return handled.getOrDefault(event.metadata().type(), 0L);
    }

    private SetAsideKey key(ReceivedEvent event) {
        return Objects.requireNonNull(keys.get(keyOf(event.source())), "a key that is set aside");
    }

    /** A record without a key is ordered with no other. */
    private static String keyOf(IncomingRecord source) {
        return Objects.requireNonNullElseGet(source.key(), source::position);
    }
}
