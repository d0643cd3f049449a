package dev.orderflow.messaging.outbox;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntToLongFunction;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Tracks which topics and ordering keys Kafka accepts. One that it refuses is paused with back-off, so that it does not
 * block the others. Not thread-safe.
 */
final class OrderingKeys {

    /**
     * The records of one ordering key are published in order.
     *
     * @param key null for the whole topic
     */
    record OrderingKey(String topic, @Nullable String key) {

        static OrderingKey all(String topic) {
            return new OrderingKey(topic, null);
        }
    }

    private record Pause(int failures, long untilMillis) {}

    private final LongSupplier clockMillis;
    private final IntToLongFunction backOffMillis;
    private final Map<OrderingKey, Pause> paused = new HashMap<>();
    private final Set<String> open = new HashSet<>();

    /** @param backOffMillis pause after a number of consecutive failures */
    OrderingKeys(LongSupplier clockMillis, IntToLongFunction backOffMillis) {
        this.clockMillis = clockMillis;
        this.backOffMillis = backOffMillis;
    }

    /** Topics that are paused as a whole. */
    List<String> pausedTopics() {
        return paused.keySet().stream()
                .filter(key -> key.key() == null && isPaused(key))
                .map(OrderingKey::topic)
                .toList();
    }

    boolean isPaused(OrderingKey key) {
        Pause pause = paused.get(key);
        return pause != null && clockMillis.getAsLong() < pause.untilMillis();
    }

    /** Whether the topic accepted a record last. A topic that is not open is probed with one record at a time. */
    boolean isOpen(String topic) {
        return open.contains(topic);
    }

    /** Whether no topic is known to accept records; then this replica may have lost Kafka. */
    boolean isNoneOpen() {
        return open.isEmpty();
    }

    /** Whether every refused key has been accepted since. */
    boolean isAllAccepted() {
        return paused.isEmpty();
    }

    /**
     * Records the outcome of a pass. A topic that accepted nothing is paused as a whole; otherwise only its refused
     * keys are.
     */
    void passCompleted(Collection<OrderingKey> taken, Collection<OrderingKey> refused) {
        Set<String> taking = new HashSet<>();
        taken.forEach(key -> {
            paused.remove(key);
            paused.remove(OrderingKey.all(key.topic()));
            taking.add(key.topic());
        });
        open.addAll(taking);
        Set<OrderingKey> toPause = new HashSet<>();
        refused.forEach(key -> toPause.add(taking.contains(key.topic()) ? key : OrderingKey.all(key.topic())));
        toPause.forEach(this::pause);
    }

    private void pause(OrderingKey key) {
        if (key.key() == null) {
            open.remove(key.topic());
        }
        @Nullable Pause before = paused.get(key);
        int failures = before == null ? 1 : before.failures() + 1;
        paused.put(key, new Pause(failures, clockMillis.getAsLong() + backOffMillis.applyAsLong(failures)));
    }
}
