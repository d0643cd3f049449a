package dev.orderflow.systemtests.simulation;

import dev.orderflow.systemtests.simulation.database.PublishedMessage;
import dev.orderflow.systemtests.simulation.services.SimulatedService;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A simulated Kafka: each topic keeps the messages of a key in order, and each service has an offset per key. */
final class SimulatedKafka {

    /** What a service consumes in order: one key of one topic. */
    record OrderingKey(SimulatedService reader, String topic, UUID key) {}

    private final Map<String, Map<UUID, List<PublishedMessage>>> topics = new LinkedHashMap<>();
    private final Map<OrderingKey, Integer> places = new LinkedHashMap<>();
    private final List<SimulatedService> readers;

    SimulatedKafka(List<SimulatedService> readers) {
        this.readers = readers;
    }

    void publish(PublishedMessage message) {
        UUID key = message.event().orderId();
        topics.computeIfAbsent(message.topic(), any -> new LinkedHashMap<>())
                .computeIfAbsent(key, any -> new ArrayList<>())
                .add(message);
        for (SimulatedService reader : readers) {
            if (reader.topics().contains(message.topic())) {
                places.putIfAbsent(new OrderingKey(reader, message.topic(), key), 0);
            }
        }
    }

    /** Returns the keys with messages to consume. */
    List<OrderingKey> waiting() {
        return places.entrySet().stream()
                .filter(place -> place.getValue() < log(place.getKey()).size())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Returns the next messages of a key, up to the limit. */
    List<PublishedMessage> next(OrderingKey orderingKey, int limit) {
        List<PublishedMessage> log = log(orderingKey);
        int place = places.getOrDefault(orderingKey, 0);
        return log.subList(place, Math.min(log.size(), place + limit));
    }

    void acknowledge(OrderingKey orderingKey, int count) {
        places.merge(orderingKey, count, Integer::sum);
    }

    /** Goes back, because the consumer crashed before it committed its last offsets: messages are delivered again. */
    void rewind(OrderingKey orderingKey, int count) {
        places.computeIfPresent(orderingKey, (any, place) -> Math.max(0, place - count));
    }

    List<OrderingKey> orderingKeys() {
        return List.copyOf(places.keySet());
    }

    private List<PublishedMessage> log(OrderingKey orderingKey) {
        return topics.getOrDefault(orderingKey.topic(), Map.of()).getOrDefault(orderingKey.key(), List.of());
    }
}
