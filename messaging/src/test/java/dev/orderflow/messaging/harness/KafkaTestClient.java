package dev.orderflow.messaging.harness;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.orderflow.events.EventHeaders;
import dev.orderflow.events.EventType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** For integration tests: publishes events of other services, and consumes what services publish. Not thread-safe. */
public final class KafkaTestClient implements AutoCloseable {

    private final KafkaProducer<String, String> producer;
    private final KafkaConsumer<String, String> consumer;
    private final List<ConsumedRecord> published = new ArrayList<>();
    private final List<Future<RecordMetadata>> sent = new ArrayList<>();

    /**
     * A consumed record.
     *
     * @param payload empty for a record without a value, such as a low-water mark
     */
    public record ConsumedRecord(String topic, String key, String payload, Map<String, String> headers) {

        public String type() {
            return headers.getOrDefault(EventHeaders.TYPE, "none");
        }

        public UUID id() {
            return UUID.fromString(headers.getOrDefault(EventHeaders.ID, "none"));
        }

        private static ConsumedRecord of(ConsumerRecord<String, String> message) {
            Map<String, String> headers = new HashMap<>();
            message.headers().forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
            return new ConsumedRecord(
                    message.topic(), message.key(), Objects.requireNonNullElse(message.value(), ""), headers);
        }
    }

    /** Consumes the topics, if any, from their beginning. */
    public KafkaTestClient(String bootstrapServers, String... topics) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "acks", "all"),
                new StringSerializer(),
                new StringSerializer());
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new StringDeserializer());
        consumer.assign(Arrays.stream(topics)
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList());
    }

    /** Sends an event with the headers that its publisher would set. */
    public void send(EventType type, UUID eventId, UUID orderId, String json) {
        send(type.topic(), type.wireName(), eventId, orderId, json);
    }

    /** Sends what may be no event of the contract, with proper headers. */
    public void send(String topic, String wireName, UUID eventId, UUID orderId, String json) {
        var message = new ProducerRecord<>(topic, orderId.toString(), json);
        Map.of(
                        EventHeaders.ID,
                        eventId.toString(),
                        EventHeaders.TYPE,
                        wireName,
                        EventHeaders.SOURCE,
                        "/orderflow/test",
                        EventHeaders.TIME,
                        Instant.now().toString(),
                        EventHeaders.SPEC_VERSION,
                        "1.0",
                        EventHeaders.SUBJECT,
                        orderId.toString(),
                        EventHeaders.CONTENT_TYPE,
                        "application/json",
                        EventHeaders.CORRELATION_ID,
                        orderId.toString())
                .forEach((name, value) -> message.headers().add(name, value.getBytes(UTF_8)));
        send(message);
    }

    public void send(ProducerRecord<String, String> message) {
        sent.add(producer.send(message));
    }

    /** Returns when Kafka has everything that was sent. */
    public void flush() {
        producer.flush();
        if (!sent.stream().allMatch(one -> one.state() == Future.State.SUCCESS)) {
            throw new IllegalStateException("Kafka did not take everything");
        }
        sent.clear();
    }

    public int partitions(String topic) {
        return producer.partitionsFor(topic).size();
    }

    /** What was said about an order so far, in its sequence. */
    public List<ConsumedRecord> consumedOf(UUID orderId) {
        return consumed().stream()
                .filter(one -> orderId.toString().equals(one.key()))
                .toList();
    }

    /** All that was said so far, each event of a topic once: a relay may publish it again, which says nothing new. */
    public List<ConsumedRecord> consumed() {
        Set<String> known = new HashSet<>();
        return published().stream()
                .filter(one -> known.add(one.topic() + " " + one.headers().get(EventHeaders.ID)))
                .toList();
    }

    /** The same, as often as each was published. */
    public List<ConsumedRecord> published() {
        if (!consumer.assignment().isEmpty()) {
            consumer.poll(Duration.ofMillis(10)).forEach(message -> published.add(ConsumedRecord.of(message)));
        }
        return List.copyOf(published);
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
    }
}
