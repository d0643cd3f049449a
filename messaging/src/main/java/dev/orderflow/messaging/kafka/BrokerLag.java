package dev.orderflow.messaging.kafka;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/**
 * Measures the lag of a channel's consumer group from outside. It reads the offsets of the group but never joins it. So
 * it detects a connector that has silently stopped delivering. Not thread-safe.
 */
public final class BrokerLag implements AutoCloseable {

    private static final String CONNECTOR = "mp.messaging.connector.liberty-kafka.";
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final String topic;
    private final KafkaConsumer<String, String> consumer;

    public BrokerLag(Config config, String channel) {
        String incoming = "mp.messaging.incoming." + channel + ".";
        topic = config.getValue(incoming + "topic", String.class);
        Map<String, Object> settings = connectorSettings(config, ConsumerConfig.configNames());
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, config.getValue(incoming + "group.id", String.class));
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
    }

    /** The connector's own settings, so that this client can connect wherever the channels can. */
    static Map<String, Object> connectorSettings(Config config, Set<String> names) {
        Map<String, Object> settings = new HashMap<>();
        for (String name : names) {
            config.getOptionalValue(CONNECTOR + name, String.class).ifPresent(value -> settings.put(name, value));
        }
        return settings;
    }

    /**
     * Number of unacknowledged records in the partitions of this server. The connector commits an offset at most half a
     * second after its acknowledgement.
     *
     * @throws org.apache.kafka.common.KafkaException if Kafka does not answer within 5 s
     */
    public long records() {
        Set<TopicPartition> own = own();
        if (own.isEmpty()) {
            // Other replicas may own all partitions. A consumer that lost its broker owns none either; then this call
            // throws.
            consumer.endOffsets(Set.of(new TopicPartition(topic, 0)), TIMEOUT);
            return 0;
        }
        Map<TopicPartition, Long> ends = consumer.endOffsets(own, TIMEOUT);
        Map<TopicPartition, Long> begins = consumer.beginningOffsets(own, TIMEOUT);
        Map<TopicPartition, @Nullable OffsetAndMetadata> committed = consumer.committed(own, TIMEOUT);
        long lag = 0;
        for (TopicPartition partition : own) {
            OffsetAndMetadata done = committed.get(partition);
            long begin = begins.getOrDefault(partition, 0L);
            lag += ends.getOrDefault(partition, begin) - (done == null ? begin : Math.max(begin, done.offset()));
        }
        return Math.max(0, lag);
    }

    /** The partitions of the connector's consumer, which are exposed by JMX only. */
    private Set<TopicPartition> own() {
        Set<TopicPartition> own = new HashSet<>();
        try {
            ObjectName assigned = new ObjectName(
                    "kafka.consumer:type=consumer-fetch-manager-metrics,topic=%s,partition=*,*".formatted(topic));
            ManagementFactory.getPlatformMBeanServer()
                    .queryNames(assigned, null)
                    .forEach(name ->
                            own.add(new TopicPartition(topic, Integer.parseInt(name.getKeyProperty("partition")))));
        } catch (MalformedObjectNameException e) {
            throw new IllegalStateException(e);
        }
        return own;
    }

    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(Duration.ZERO));
    }
}
