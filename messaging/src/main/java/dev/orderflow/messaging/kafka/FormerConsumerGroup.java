package dev.orderflow.messaging.kafka;

import dev.orderflow.chassis.failure.FailureSummary;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The consumer group that all channels of the service shared in earlier releases. Each channel has its own group now: a
 * group rebalances as a whole, so one channel that retried in place blocked the others whenever a replica joined.
 */
@ApplicationScoped
public class FormerConsumerGroup {

    private static final Logger LOG = Logger.getLogger(FormerConsumerGroup.class.getName());
    private static final int LIMIT_MS = 5_000;

    @Inject
    Config config;

    @Inject
    @ConfigProperty(name = "orderflow.consumer.former-group")
    String name;

    /** If Kafka is unreachable, only the first channel waits for it. */
    private boolean gaveUp;

    /**
     * Copies the offsets of this group to a channel's group that has none. Must be called before the channel's consumer
     * joins. If Kafka does not answer within 5 s, the channel's group begins with the oldest record, and the inbox
     * skips what was handled before.
     */
    public synchronized void handOver(String channel) {
        String incoming = "mp.messaging.incoming." + channel + ".";
        String group = config.getValue(incoming + "group.id", String.class);
        if (gaveUp || group.equals(name)) {
            return;
        }
        Map<String, Object> settings = BrokerLag.connectorSettings(config, AdminClientConfig.configNames());
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, LIMIT_MS);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, LIMIT_MS);
        try (Admin admin = Admin.create(settings)) {
            handOver(admin, config.getValue(incoming + "topic", String.class), group);
        } catch (ExecutionException | KafkaException away) {
            gaveUp = true;
            LOG.log(
                    Level.WARNING,
                    "{0}: the group {1} may begin with the oldest record, because where {2} stopped is not known: {3}",
                    new Object[] {channel, group, name, FailureSummary.of(away)});
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void handOver(Admin admin, String topic, String group) throws ExecutionException, InterruptedException {
        var offsets = admin.listConsumerGroupOffsets(
                Map.of(name, new ListConsumerGroupOffsetsSpec(), group, new ListConsumerGroupOffsetsSpec()));
        Map<TopicPartition, OffsetAndMetadata> stopped =
                of(topic, offsets.partitionsToOffsetAndMetadata(name).get());
        if (stopped.isEmpty()
                || !of(topic, offsets.partitionsToOffsetAndMetadata(group).get())
                        .isEmpty()) {
            return;
        }
        admin.alterConsumerGroupOffsets(group, stopped).all().get();
        LOG.log(Level.INFO, "The consumer group {0} begins where {1} stopped: {2}", new Object[] {group, name, stopped
        });
    }

    private static Map<TopicPartition, OffsetAndMetadata> of(
            String topic, Map<TopicPartition, OffsetAndMetadata> offsets) {
        Map<TopicPartition, OffsetAndMetadata> known = new HashMap<>(offsets);
        known.keySet().removeIf(partition -> !partition.topic().equals(topic));
        known.values().removeIf(Objects::isNull);
        return known;
    }
}
