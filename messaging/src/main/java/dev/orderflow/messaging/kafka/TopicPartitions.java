package dev.orderflow.messaging.kafka;

import java.time.Duration;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.Config;

/** How many partitions a topic has; asked of Kafka each time, because there may be more of them any day. */
public final class TopicPartitions implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final String topic;
    private final KafkaConsumer<String, String> consumer;

    public TopicPartitions(Config config, String topic) {
        this.topic = topic;
        consumer = new KafkaConsumer<>(
                BrokerLag.connectorSettings(config, ConsumerConfig.configNames()),
                new StringDeserializer(),
                new StringDeserializer());
    }

    /**
     * Asks Kafka.
     *
     * @throws org.apache.kafka.common.KafkaException when Kafka cannot say, or does not within 5 s
     */
    public synchronized int count() {
        return consumer.partitionsFor(topic, TIMEOUT).size();
    }

    /** Waits for an answer that is due: Kafka's consumer is for one thread at a time. */
    @Override
    public synchronized void close() {
        consumer.close(CloseOptions.timeout(Duration.ZERO));
    }
}
