package dev.orderflow.systemtests.simulation;

import dev.orderflow.systemtests.simulation.database.PublishedMessage;
import dev.orderflow.systemtests.simulation.services.SimulatedService;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Kafka: every topic keeps what was published under a key in its sequence, and every service has its place in it. */
final class SimulatedKafka {

    /** What a service reads under a key. */
    record Lane(SimulatedService reader, String topic, UUID key) {}

    private final Map<String, Map<UUID, List<PublishedMessage>>> topics = new LinkedHashMap<>();
    private final Map<Lane, Integer> places = new LinkedHashMap<>();
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
                places.putIfAbsent(new Lane(reader, message.topic(), key), 0);
            }
        }
    }

    /** Where something waits to be read. */
    List<Lane> waiting() {
        return places.entrySet().stream()
                .filter(place -> place.getValue() < log(place.getKey()).size())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The next messages of a lane, at most so many. */
    List<PublishedMessage> next(Lane lane, int limit) {
        List<PublishedMessage> log = log(lane);
        int place = places.getOrDefault(lane, 0);
        return log.subList(place, Math.min(log.size(), place + limit));
    }

    void acknowledge(Lane lane, int count) {
        places.merge(lane, count, Integer::sum);
    }

    /** The reader has died, and its last offsets were not committed: it is given again what it has read. */
    void rewind(Lane lane, int count) {
        places.computeIfPresent(lane, (any, place) -> Math.max(0, place - count));
    }

    List<Lane> lanes() {
        return List.copyOf(places.keySet());
    }

    private List<PublishedMessage> log(Lane lane) {
        return topics.getOrDefault(lane.topic(), Map.of()).getOrDefault(lane.key(), List.of());
    }
}
