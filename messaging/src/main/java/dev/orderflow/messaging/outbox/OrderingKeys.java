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
 * Where records get through to Kafka, and what rests because they did not: a topic that is gone, or a key whose record
 * is refused, holds nothing else up. For one thread.
 */
final class OrderingKeys {

    /**
     * What is published in its sequence.
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

    /** @param backOffMillis how long to rest after so many failures in a row */
    OrderingKeys(LongSupplier clockMillis, IntToLongFunction backOffMillis) {
        this.clockMillis = clockMillis;
        this.backOffMillis = backOffMillis;
    }

    /** Topics of which nothing is to be tried now. */
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

    /**
     * Whether the last thing that was heard of the topic is that it takes records. Of another, one record is tried at a
     * time.
     */
    boolean isOpen(String topic) {
        return open.contains(topic);
    }

    /** Whether no topic takes records, as far as is known: then it may be that this replica cannot reach Kafka. */
    boolean isNoneOpen() {
        return open.isEmpty();
    }

    /** Whether everything that was refused has been taken since. */
    boolean isAllAccepted() {
        return paused.isEmpty();
    }

    /**
     * What came of a pass. A topic that took nothing rests as a whole, one that took something only where it did not.
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
