package dev.orderflow.inventory;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.orderflow.events.EventType;
import dev.orderflow.events.Headers;
import dev.orderflow.events.Topics;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What the inventory has told, from the first event on. */
final class Answers implements AutoCloseable {

    private static final int PARTITIONS = 6;

    private final KafkaConsumer<String, String> consumer;
    private final Map<UUID, List<Answer>> byOrder = new HashMap<>();

    record Answer(EventType type, JsonPath body, Map<String, String> headers) {}

    Answers(String bootstrapServers) {
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringDeserializer(), new StringDeserializer());
        var partitions = IntStream.range(0, PARTITIONS)
                .mapToObj(partition -> new TopicPartition(Topics.INVENTORY, partition))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Each event id once: they may be published again. */
    List<Answer> to(UUID orderId) {
        read();
        return List.copyOf(byOrder.getOrDefault(orderId, List.of()));
    }

    /** How many of the orders were answered so. */
    long count(EventType type, Collection<UUID> orderIds) {
        read();
        return orderIds.stream()
                .flatMap(orderId -> byOrder.getOrDefault(orderId, List.of()).stream())
                .filter(answer -> answer.type() == type)
                .count();
    }

    private void read() {
        consumer.poll(Duration.ofMillis(100)).forEach(this::remember);
    }

    private void remember(ConsumerRecord<String, String> published) {
        Map<String, String> headers = new HashMap<>();
        published.headers().forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
        EventType type = EventType.named(headers.getOrDefault(Headers.TYPE, "")).orElseThrow();
        List<Answer> answers = byOrder.computeIfAbsent(UUID.fromString(published.key()), order -> new ArrayList<>());
        boolean known = answers.stream()
                .anyMatch(answer -> Objects.equals(answer.headers().get(Headers.ID), headers.get(Headers.ID)));
        if (!known) {
            answers.add(new Answer(type, JsonPath.from(published.value()), headers));
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
