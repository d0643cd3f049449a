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
 * What a channel has set aside: ordering keys whose next event failed while it was handled, for a reason that is not
 * known to pass. Other keys show what the reason is. Where events of the same type are handled, the event is poison,
 * and is parked when that has gone on for long enough. Where the next ones fail, too, the fault is systemic: the
 * channel is stopped, and takes one record after each back-off to find out whether it is gone.
 */
public final class SetAsideKeys {

    /** So soon does a stopped channel notice what an operator asks for. */
    private static final long LONGEST_WAIT_MILLIS = 1_000;

    /** So many keys in a row, with no success between them, are a systemic fault. */
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

    /** Puts an event behind those of its key; returns false, and does nothing, where its key is not set aside. */
    public synchronized boolean follow(ReceivedEvent event) {
        SetAsideKey key = keys.get(keyOf(event.source()));
        if (key != null) {
            key.follow(event);
            records++;
        }
        return key != null;
    }

    /** An event of a key that is not set aside has failed. */
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

    /** Events of these types have been handled. */
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

    /** Events that may be tried again now: the oldest of each key whose time has come. */
    public synchronized List<ReceivedEvent> due() {
        long now = System.nanoTime();
        return keys.values().stream()
                .filter(key -> key.dueNanos - now <= 0)
                .map(SetAsideKey::head)
                .toList();
    }

    /** One that was due failed again; returns whether it is to be parked. */
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

    /** One that was due is handled or parked. Returns the one behind it, which may be tried now, too. */
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

    /** How often an event that is set aside was tried. */
    public synchronized int attempts(ReceivedEvent head) {
        return key(head).attempts();
    }

    /** Who has asked for it to be parked; null where nobody has. */
    public synchronized @Nullable String operator(ReceivedEvent head) {
        return key(head).operator();
    }

    /**
     * Has an event tried at once, and parked if it fails; returns false where it is not set aside, or waits behind
     * another.
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

    /** How many records are set aside: those that failed, and those behind them. */
    public synchronized int size() {
        return records;
    }

    /** Whether a record of the partition is set aside. */
    public synchronized boolean isOf(int partition) {
        return keys.values().stream().anyMatch(key -> key.isOf(partition));
    }

    /**
     * Whether the channel takes no records but one after each back-off, or none at all because too many are set aside.
     */
    public synchronized boolean isStopped() {
        return isFull() || failuresInARow >= SYSTEMIC;
    }

    /** How long to wait before the channel may take the next record, or look again; 0 when it may now. */
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

    /** A record without a key is bound to no other. */
    private static String keyOf(IncomingRecord source) {
        return Objects.requireNonNullElseGet(source.key(), source::position);
    }
}
