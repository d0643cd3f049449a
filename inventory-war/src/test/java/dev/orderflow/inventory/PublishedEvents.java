package dev.orderflow.inventory;

import dev.orderflow.events.EventType;
import dev.orderflow.events.Topics;
import dev.orderflow.messaging.harness.KafkaTestClient;
import io.restassured.path.json.JsonPath;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The events of the inventory service, oldest first. */
final class PublishedEvents implements AutoCloseable {

    private final KafkaTestClient wire;

    record Answer(EventType type, JsonPath body, Map<String, String> headers) {}

    PublishedEvents(String bootstrapServers) {
        wire = new KafkaTestClient(bootstrapServers, Topics.INVENTORY);
    }

    List<Answer> to(UUID orderId) {
        return wire.consumedOf(orderId).stream()
                .map(heard -> new Answer(
                        EventType.named(heard.type()).orElseThrow(), JsonPath.from(heard.payload()), heard.headers()))
                .toList();
    }

    /** Returns how many of the orders received an event of this type. */
    long count(EventType type, Collection<UUID> orderIds) {
        Set<String> keys = orderIds.stream().map(UUID::toString).collect(Collectors.toSet());
        return wire.consumed().stream()
                .filter(heard -> heard.type().equals(type.wireName()) && keys.contains(heard.key()))
                .count();
    }

    @Override
    public void close() {
        wire.close();
    }
}
