package dev.orderflow.inventory;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.orderflow.events.EventHeaders;
import dev.orderflow.events.EventType;
import dev.orderflow.events.Topics;
import dev.orderflow.messaging.harness.KafkaTestClient;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Publishes events as the order service does. The JSON is handwritten, because publishers may format it differently.
 */
final class OrderTopic implements AutoCloseable {

    private final KafkaTestClient wire;

    OrderTopic(String bootstrapServers) {
        wire = new KafkaTestClient(bootstrapServers);
    }

    /** Publishes a new order with these units by SKU and returns its id. */
    UUID created(Map<String, Integer> lines) {
        UUID orderId = UUID.randomUUID();
        created(UUID.randomUUID(), orderId, lines);
        return orderId;
    }

    UUID created(Map<String, Integer> lines, Instant expiresAt) {
        UUID orderId = UUID.randomUUID();
        created(UUID.randomUUID(), orderId, lines, "\"expiresAt\":\"%s\",".formatted(expiresAt));
        return orderId;
    }

    void created(UUID eventId, UUID orderId, Map<String, Integer> lines) {
        created(eventId, orderId, lines, "");
    }

    private void created(UUID eventId, UUID orderId, Map<String, Integer> lines, String more) {
        String json = lines.entrySet().stream()
                .map(line -> "{\"sku\":\"%s\",\"quantity\":%d}".formatted(line.getKey(), line.getValue()))
                .collect(Collectors.joining(","));
        send(eventId, EventType.ORDER_CREATED.wireName(), orderId, """
                {"orderId":"%s","customerId":"c-1","lines":[%s],%s"unknownField":1,
                 "payment":{"amount":2990,"currency":"EUR","token":"tok_approve"}}""".formatted(orderId, json, more));
    }

    /** Returns the id of the event, as the following methods do. */
    UUID confirmed(UUID orderId) {
        UUID eventId = UUID.randomUUID();
        send(eventId, EventType.ORDER_CONFIRMED.wireName(), orderId, "{\"orderId\":\"%s\"}".formatted(orderId));
        return eventId;
    }

    UUID rejected(UUID orderId) {
        return ended(EventType.ORDER_REJECTED, orderId, "PAYMENT_DECLINED");
    }

    UUID cancelled(UUID orderId) {
        return ended(EventType.ORDER_CANCELLED, orderId, "CANCELLED_BY_CUSTOMER");
    }

    private UUID ended(EventType type, UUID orderId, String reason) {
        UUID eventId = UUID.randomUUID();
        send(eventId, type.wireName(), orderId, "{\"orderId\":\"%s\",\"reason\":\"%s\"}".formatted(orderId, reason));
        return eventId;
    }

    void send(UUID eventId, String type, UUID orderId, String json) {
        wire.send(Topics.ORDERS, type, eventId, orderId, json);
    }

    void sendWithoutHeaders(UUID orderId, @Nullable String value) {
        wire.send(new ProducerRecord<>(Topics.ORDERS, orderId.toString(), value));
    }

    /** Publishes to every partition that all events before that time are published. */
    void published(Instant until) {
        IntStream.range(0, partitions()).forEach(partition -> published(partition, until));
    }

    void published(int partition, Instant until) {
        var mark = new ProducerRecord<String, String>(Topics.ORDERS, partition, null, null);
        Map.of(
                        EventHeaders.ID,
                        UUID.randomUUID().toString(),
                        EventHeaders.TYPE,
                        "dev.orderflow.relay.low-water-mark.v1",
                        EventHeaders.TIME,
                        until.toString(),
                        "partitions",
                        Integer.toString(partitions()))
                .forEach((name, value) -> mark.headers().add(name, value.getBytes(UTF_8)));
        wire.send(mark);
    }

    int partitions() {
        return wire.partitions(Topics.ORDERS);
    }

    /** Returns when Kafka has acknowledged all events. */
    void flush() {
        wire.flush();
    }

    @Override
    public void close() {
        wire.close();
    }
}
