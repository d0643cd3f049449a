package dev.orderflow.inventory;

import dev.orderflow.events.EventType;
import dev.orderflow.events.Headers;
import dev.orderflow.events.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Tells the inventory what the order service would. The JSON is written by hand, as any publisher might write it. */
final class OrderTopic implements AutoCloseable {

    private final KafkaProducer<String, String> producer;
    private final List<Future<?>> sent = new ArrayList<>();

    OrderTopic(String bootstrapServers) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "acks", "all"),
                new StringSerializer(),
                new StringSerializer());
    }

    /** An order of these units by SKU, under a new id. */
    UUID created(Map<String, Integer> lines) {
        UUID orderId = UUID.randomUUID();
        created(UUID.randomUUID(), orderId, lines);
        return orderId;
    }

    void created(UUID eventId, UUID orderId, Map<String, Integer> lines) {
        String json = lines.entrySet().stream()
                .map(line -> "{\"sku\":\"%s\",\"quantity\":%d}".formatted(line.getKey(), line.getValue()))
                .collect(Collectors.joining(","));
        send(eventId, EventType.ORDER_CREATED.wireName(), orderId, """
                {"orderId":"%s","customerId":"c-1","lines":[%s],"unknownField":1,
                 "payment":{"amount":2990,"currency":"EUR","token":"tok_approve"}}""".formatted(orderId, json));
    }

    void confirmed(UUID orderId) {
        send(
                UUID.randomUUID(),
                EventType.ORDER_CONFIRMED.wireName(),
                orderId,
                "{\"orderId\":\"%s\"}".formatted(orderId));
    }

    void rejected(UUID orderId) {
        ended(EventType.ORDER_REJECTED, orderId, "PAYMENT_DECLINED");
    }

    void cancelled(UUID orderId) {
        ended(EventType.ORDER_CANCELLED, orderId, "CANCELLED_BY_CUSTOMER");
    }

    private void ended(EventType type, UUID orderId, String reason) {
        send(
                UUID.randomUUID(),
                type.wireName(),
                orderId,
                "{\"orderId\":\"%s\",\"reason\":\"%s\"}".formatted(orderId, reason));
    }

    void send(UUID eventId, String type, UUID orderId, String json) {
        var event = bare(orderId, json);
        Map.of(
                        Headers.ID,
                        eventId.toString(),
                        Headers.TYPE,
                        type,
                        Headers.SOURCE,
                        "/orderflow/order",
                        Headers.TIME,
                        Instant.now().toString(),
                        Headers.SPEC_VERSION,
                        "1.0",
                        Headers.SUBJECT,
                        orderId.toString(),
                        Headers.CONTENT_TYPE,
                        "application/json",
                        Headers.CORRELATION_ID,
                        orderId.toString())
                .forEach((name, value) -> event.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        sent.add(producer.send(event));
    }

    void sendWithoutHeaders(UUID orderId, @Nullable String value) {
        sent.add(producer.send(bare(orderId, value)));
    }

    private static ProducerRecord<String, String> bare(UUID orderId, @Nullable String value) {
        return new ProducerRecord<>(Topics.ORDERS, orderId.toString(), value);
    }

    /** Returns when Kafka has everything. */
    void flush() throws InterruptedException, ExecutionException {
        producer.flush();
        for (Future<?> one : sent) {
            one.get();
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
