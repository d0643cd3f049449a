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
 * How far a channel is behind by Kafka's own books. It asks as the channel's consumer group would, but never joins it:
 * so a connector that has stopped delivering without a word is seen from outside. Not thread-safe.
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

    /** Those of the connector, so that what lets the channels in lets this in. */
    static Map<String, Object> connectorSettings(Config config, Set<String> names) {
        Map<String, Object> settings = new HashMap<>();
        for (String name : names) {
            config.getOptionalValue(CONNECTOR + name, String.class).ifPresent(value -> settings.put(name, value));
        }
        return settings;
    }

    /**
     * How many records of this server's partitions are not acknowledged. They are committed within half a second of
     * that.
     *
     * @throws org.apache.kafka.common.KafkaException when Kafka cannot say, or does not within 5 s
     */
    public long records() {
        Set<TopicPartition> own = own();
        if (own.isEmpty()) {
            // Other replicas may own all partitions. But a consumer that lost its broker owns none either: then this
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

    /** The partitions that the connector's consumer has, which it tells nobody but JMX. */
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
