package dev.orderflow.messaging.kafka;

import java.time.Duration;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.Config;

/** Counts the partitions of a topic. It asks Kafka at each call, because partitions may be added. */
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
     * @throws org.apache.kafka.common.KafkaException if Kafka does not answer within 5 s
     */
    public synchronized int count() {
        return consumer.partitionsFor(topic, TIMEOUT).size();
    }

    /** Waits for a pending call: a Kafka consumer must not be used by two threads. */
    @Override
    public synchronized void close() {
        consumer.close(CloseOptions.timeout(Duration.ZERO));
    }
}
