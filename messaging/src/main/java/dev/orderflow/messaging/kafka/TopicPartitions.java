package dev.orderflow.messaging.kafka;

import java.time.Duration;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.Config;

/** How many partitions a topic has; asked of Kafka each time, because there may be more of them any day. For one thread at a time. */
public final class TopicPartitions implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final String topic;
    private final KafkaConsumer<String, String> books;

    public TopicPartitions(Config config, String topic) {
        this.topic = topic;
        books = new KafkaConsumer<>(
                BrokerLag.connectorSettings(config), new StringDeserializer(), new StringDeserializer());
    }

    /**
     * Asks Kafka.
     *
     * @throws org.apache.kafka.common.KafkaException when Kafka cannot say, or does not within 5 s
     */
    public int count() {
        return books.partitionsFor(topic, TIMEOUT).size();
    }

    @Override
    public void close() {
        books.close(CloseOptions.timeout(Duration.ZERO));
    }
}
