package dev.orderflow.payment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.events.EventType;
import dev.orderflow.events.Headers;
import dev.orderflow.events.Topics;
import dev.orderflow.localstack.EmbeddedEnvironment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The other services, as far as the payment service can tell: it hears their events and they hear its own. */
final class Saga implements AutoCloseable {

    static final long AMOUNT = 5980;
    static final Duration LIMIT = Duration.ofSeconds(60);

    private final KafkaProducer<String, String> producer = new KafkaProducer<>(
            Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers()),
            new StringSerializer(),
            new StringSerializer());
    private final KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
            Map.of(
                    ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                    bootstrapServers(),
                    ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                    "earliest"),
            new StringDeserializer(),
            new StringDeserializer());
    private final List<ConsumerRecord<String, String>> heard = new ArrayList<>();

    Saga() {
        consumer.assign(consumer.partitionsFor(Topics.PAYMENTS).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList());
    }

    private static String bootstrapServers() {
        return EmbeddedEnvironment.backends().bootstrapServers();
    }

    /** A new order's goods are reserved. */
    UUID reserve(String token) {
        UUID orderId = UUID.randomUUID();
        reserve(orderId, UUID.randomUUID(), token);
        return orderId;
    }

    void reserve(UUID orderId, UUID eventId, String token) {
        String payload = """
                {"orderId": "%s", "payment": {"amount": %d, "currency": "EUR", "token": "%s"}}""".formatted(orderId, AMOUNT, token);
        send(EventType.INVENTORY_RESERVED, orderId, eventId, payload);
    }

    void cancel(UUID orderId) {
        send(EventType.ORDER_CANCELLED, orderId, UUID.randomUUID(), """
                {"orderId": "%s", "reason": "CANCELLED_BY_CUSTOMER"}""".formatted(orderId));
    }

    void reject(UUID orderId) {
        send(EventType.ORDER_REJECTED, orderId, UUID.randomUUID(), """
                {"orderId": "%s", "reason": "OUT_OF_STOCK"}""".formatted(orderId));
    }

    private void send(EventType type, UUID orderId, UUID eventId, String payload) {
        var message = new ProducerRecord<>(type.topic(), orderId.toString(), payload);
        Map.of(
                        Headers.ID, eventId.toString(),
                        Headers.TYPE, type.wireName(),
                        Headers.SOURCE, "/orderflow/test",
                        Headers.TIME, Instant.now().toString(),
                        Headers.SPEC_VERSION, "1.0",
                        Headers.SUBJECT, orderId.toString(),
                        Headers.CONTENT_TYPE, "application/json",
                        Headers.CORRELATION_ID, orderId.toString())
                .forEach((name, value) -> message.headers().add(name, value.getBytes(UTF_8)));
        assertThat(producer.send(message)).succeedsWithin(LIMIT);
    }

    /** Waits until the payment service has published exactly these types of events about an order, in this sequence. */
    void awaitEvents(UUID orderId, String... types) {
        await("events about " + orderId)
                .atMost(LIMIT)
                .untilAsserted(() -> assertThat(heardOf(orderId)).containsExactly(types));
    }

    /** The types of the events that the payment service has published about an order so far, in their sequence. */
    List<String> heardOf(UUID orderId) {
        consumer.poll(Duration.ofMillis(5)).forEach(heard::add);
        return heard.stream()
                .filter(message -> message.key().equals(orderId.toString()))
                .map(message ->
                        new String(message.headers().lastHeader(Headers.TYPE).value(), UTF_8))
                .toList();
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
    }
}
