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
    record Lane(String topic, @Nullable String key) {

        static Lane all(String topic) {
            return new Lane(topic, null);
        }
    }

    private record Rest(int failures, long untilMillis) {}

    private final LongSupplier clockMillis;
    private final IntToLongFunction backOffMillis;
    private final Map<Lane, Rest> resting = new HashMap<>();
    private final Set<String> open = new HashSet<>();

    /** @param backOffMillis how long to rest after so many failures in a row */
    OrderingKeys(LongSupplier clockMillis, IntToLongFunction backOffMillis) {
        this.clockMillis = clockMillis;
        this.backOffMillis = backOffMillis;
    }

    /** Topics of which nothing is to be tried now. */
    List<String> restingTopics() {
        return resting.keySet().stream()
                .filter(lane -> lane.key() == null && rests(lane))
                .map(Lane::topic)
                .toList();
    }

    boolean rests(Lane lane) {
        Rest rest = resting.get(lane);
        return rest != null && clockMillis.getAsLong() < rest.untilMillis();
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
    boolean isAllTaken() {
        return resting.isEmpty();
    }

    /**
     * What came of a pass. A topic that took nothing rests as a whole, one that took something only where it did not.
     */
    void heard(Collection<Lane> taken, Collection<Lane> refused) {
        Set<String> taking = new HashSet<>();
        taken.forEach(lane -> {
            resting.remove(lane);
            resting.remove(Lane.all(lane.topic()));
            taking.add(lane.topic());
        });
        open.addAll(taking);
        Set<Lane> shut = new HashSet<>();
        refused.forEach(lane -> shut.add(taking.contains(lane.topic()) ? lane : Lane.all(lane.topic())));
        shut.forEach(this::rest);
    }

    private void rest(Lane lane) {
        if (lane.key() == null) {
            open.remove(lane.topic());
        }
        @Nullable Rest before = resting.get(lane);
        int failures = before == null ? 1 : before.failures() + 1;
        resting.put(lane, new Rest(failures, clockMillis.getAsLong() + backOffMillis.applyAsLong(failures)));
    }
}
