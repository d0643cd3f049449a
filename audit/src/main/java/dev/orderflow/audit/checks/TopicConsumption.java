package dev.orderflow.audit.checks;

import dev.orderflow.audit.findings.Finding;
import dev.orderflow.audit.findings.Invariant;
import dev.orderflow.audit.sources.AuditFailure;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;

/**
 * How far each service has consumed its topics.
 *
 * @param read next offset of each consumer group
 * @param end next offset of each partition
 * @param before the same, shortly earlier: later records (such as low-water marks) may be in flight
 */
public record TopicConsumption(Map<Place, Long> read, Map<TopicPartition, Long> end, Map<TopicPartition, Long> before) {

    /** Longer than it takes to consume a record and commit its offset. */
    private static final int SETTLE_S = 2;

    private static final int LIMIT_S = 30;

    /** The topic of each consumer group. There is one group per channel of a service. */
    public static final Map<String, String> TOPICS = Map.of(
            "order-inventory", "orderflow.inventory.v1",
            "order-payments", "orderflow.payments.v1",
            "inventory", "orderflow.orders.v1",
            "payment-inventory", "orderflow.inventory.v1",
            "payment-orders", "orderflow.orders.v1");

    /** A consumer group's partition. */
    record Place(String group, TopicPartition partition) {}

    public static TopicConsumption of(String bootstrapServers) {
        try (Admin admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                LIMIT_S * 1_000))) {
            return read(admin);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AuditFailure("Asking Kafka was interrupted.", e);
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            throw new AuditFailure(
                    "Kafka at %s cannot be asked: %s Set KAFKA_BOOTSTRAP_SERVERS, or unset it to leave Kafka out."
                            .formatted(bootstrapServers, e.getMessage()),
                    e);
        }
    }

    private static TopicConsumption read(Admin admin)
            throws ExecutionException, InterruptedException, TimeoutException {
        List<String> topics = TOPICS.values().stream().distinct().toList();
        Map<TopicPartition, OffsetSpec> first = new HashMap<>();
        Map<TopicPartition, OffsetSpec> last = new HashMap<>();
        var described = admin.describeTopics(topics).allTopicNames().get(LIMIT_S, TimeUnit.SECONDS);
        described.forEach((topic, description) -> {
            for (TopicPartitionInfo info : description.partitions()) {
                first.put(new TopicPartition(topic, info.partition()), OffsetSpec.earliest());
                last.put(new TopicPartition(topic, info.partition()), OffsetSpec.latest());
            }
        });
        Map<TopicPartition, Long> before = offsets(admin, last);
        TimeUnit.SECONDS.sleep(SETTLE_S);
        // Reads the committed offsets first. Otherwise, a record that arrives and is consumed in between would make the
        // lag negative.
        Map<Place, Long> read = new HashMap<>();
        Map<TopicPartition, Long> begin = offsets(admin, first);
        for (var group : TOPICS.entrySet()) {
            Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(group.getKey())
                    .partitionsToOffsetAndMetadata()
                    .get(LIMIT_S, TimeUnit.SECONDS);
            begin.forEach((partition, offset) -> {
                if (group.getValue().equals(partition.topic())) {
                    OffsetAndMetadata next = committed.get(partition);
                    read.put(
                            new Place(group.getKey(), partition),
                            next == null ? offset : Math.max(offset, next.offset()));
                }
            });
        }
        return new TopicConsumption(read, offsets(admin, last), before);
    }

    private static Map<TopicPartition, Long> offsets(Admin admin, Map<TopicPartition, OffsetSpec> wanted)
            throws ExecutionException, InterruptedException, TimeoutException {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        admin.listOffsets(wanted)
                .all()
                .get(LIMIT_S, TimeUnit.SECONDS)
                .forEach((partition, info) -> offsets.put(partition, info.offset()));
        return offsets;
    }

    /** Returns whether everything that was published by the earlier moment has been consumed. */
    public boolean isPast(TopicConsumption earlier) {
        return read.entrySet().stream()
                .allMatch(place -> place.getValue()
                        >= earlier.end.getOrDefault(place.getKey().partition(), 0L));
    }

    /** Reports records that were published and are not consumed. At rest, there are none. */
    public void lag(Consumer<Finding> findings) {
        read.forEach((place, offset) -> {
            long lag = before.getOrDefault(place.partition(), 0L) - offset;
            if (lag > 0) {
                findings.accept(new Finding(
                        Invariant.I8,
                        place.partition().toString(),
                        "%d record(s) are not consumed by %s".formatted(lag, place.group()),
                        Long.toString(offset),
                        false));
            }
        });
    }
}
