package dev.orderflow.localstack.backends.kafka;

import dev.orderflow.localstack.StackFailure;
import dev.orderflow.localstack.files.RepositoryCheckout;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;

/**
 * The required topics; creates missing ones.
 *
 * @param config of each topic
 */
public record KafkaTopics(Map<String, Integer> partitions, Map<String, String> config) {
    /** A broker on a busy machine occasionally takes a minute to start. */
    private static final int LIMIT_S = 90;

    private static final long RETRY_NS = TimeUnit.MILLISECONDS.toNanos(50);

    /** Reads the topics from liberty-config. */
    public static KafkaTopics of(RepositoryCheckout checkout) {
        Map<String, Integer> partitions = new TreeMap<>();
        checkout.properties("topics").forEach((topic, number) -> partitions.put(topic, Integer.valueOf(number)));
        return new KafkaTopics(partitions, checkout.properties("topic-config"));
    }

    public void createMissing(String bootstrapServers) {
        Map<String, Object> configuration = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                LIMIT_S * 1_000);
        try (Admin admin = Admin.create(configuration)) {
            Set<String> present = admin.listTopics().names().get(LIMIT_S, TimeUnit.SECONDS);
            List<NewTopic> missing = partitions.entrySet().stream()
                    .filter(topic -> !present.contains(topic.getKey()))
                    .map(topic -> new NewTopic(topic.getKey(), Optional.of(topic.getValue()), Optional.empty())
                            .configs(config))
                    .toList();
            admin.createTopics(missing).all().get(LIMIT_S, TimeUnit.SECONDS);
            awaitLeaders(admin, missing);
        } catch (TimeoutException e) {
            throw new StackFailure(
                    "Kafka at %s created no topics within %d s. Its log says what it waits for."
                            .formatted(bootstrapServers, LIMIT_S),
                    e);
        } catch (ExecutionException e) {
            throw new StackFailure(
                    "Cannot create the topics in Kafka at " + bootstrapServers + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Creating the topics was interrupted", e);
        }
    }

    /**
     * Waits until every partition has a leader. A record that is sent earlier may be lost in the broker: it refuses the
     * first record of a sequence and accepts the second, and the producer retries until its timeout.
     */
    private static void awaitLeaders(Admin admin, List<NewTopic> topics)
            throws ExecutionException, TimeoutException, InterruptedException {
        Map<TopicPartition, OffsetSpec> everywhere = new HashMap<>();
        for (NewTopic topic : topics) {
            for (int partition = 0; partition < topic.numPartitions(); partition++) {
                everywhere.put(new TopicPartition(topic.name(), partition), OffsetSpec.latest());
            }
        }
        long deadline_ns = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_S);
        while (!everywhereLed(admin, everywhere, deadline_ns)) {
            LockSupport.parkNanos(RETRY_NS);
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
    }

    /**
     * A broker acknowledges a new topic shortly before its own metadata contain it, and the client does not retry that.
     */
    private static boolean everywhereLed(Admin admin, Map<TopicPartition, OffsetSpec> everywhere, long deadline_ns)
            throws ExecutionException, TimeoutException, InterruptedException {
        try {
            admin.listOffsets(everywhere).all().get(deadline_ns - System.nanoTime(), TimeUnit.NANOSECONDS);
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RetriableException && System.nanoTime() < deadline_ns) {
                return false;
            }
            throw e;
        }
    }
}
