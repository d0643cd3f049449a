package dev.orderflow.messaging.outbox;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Sends records to Kafka. */
@FunctionalInterface
interface RecordPublisher {

    /** Completes when the brokers have acknowledged the record; fails if that is uncertain. */
    CompletionStage<Void> publish(ProducerRecord<String, String> message);

    /**
     * Creates a record with UTF-8 headers.
     *
     * @param partition null to choose it by the key
     */
    static ProducerRecord<String, String> record(
            String topic,
            @Nullable Integer partition,
            @Nullable String key,
            @Nullable String payload,
            Map<String, String> headers) {
        ProducerRecord<String, String> message = new ProducerRecord<>(topic, partition, key, payload);
        headers.forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return message;
    }
}
