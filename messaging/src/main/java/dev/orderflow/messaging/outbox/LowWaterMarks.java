package dev.orderflow.messaging.outbox;

import dev.orderflow.chassis.failure.LoggedFailure;
import dev.orderflow.chassis.schema.SchemaMigrated;
import dev.orderflow.chassis.work.PeriodicTasks;
import dev.orderflow.events.EventHeaders;
import dev.orderflow.messaging.LowWaterMark;
import dev.orderflow.messaging.UuidV7;
import dev.orderflow.messaging.kafka.TopicPartitions;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Periodically publishes the {@link LowWaterMark} of a topic to each of its partitions. A row leaves the outbox only
 * when Kafka has it. So any replica can tell what is published: everything that is neither in the outbox nor a dead
 * letter. While the relay is stalled, the mark does not advance.
 */
@ApplicationScoped
public class LowWaterMarks {

    private static final Logger LOG = Logger.getLogger(LowWaterMarks.class.getName());

    /** An event that could not be sent counts as unpublished until it is sent or discarded. */
    private static final String PUBLISHED = """
            select coalesce(
                least(
                    (select min(created_at) from outbox where topic = ?),
                    (select min(written_at) from dead_letter
                     where status = 'PARKED' and outbox_seq is not null and topic = ?)),
                clock_timestamp())""";

    /** The task never has a second batch. */
    private static final int NO_MORE = Integer.MAX_VALUE;

    /** Used outside of a transaction, so each statement is a transaction of its own. */
    @Resource(lookup = "jdbc/database")
    DataSource database;

    @Inject
    ChannelPublisher publisher;

    @Inject
    PeriodicTasks tasks;

    @Inject
    Config config;

    @Inject
    @ConfigProperty(name = "orderflow.service")
    String service;

    @Inject
    @ConfigProperty(name = "orderflow.relay.marked-topic")
    Optional<String> markedTopic;

    @Inject
    @ConfigProperty(name = "orderflow.relay.mark-every-ms")
    long everyMillis;

    private @Nullable TopicPartitions partitions;

    void start(@Observes SchemaMigrated event) {
        markedTopic.ifPresent(topic -> {
            TopicPartitions known = new TopicPartitions(config, topic);
            partitions = known;
            tasks.every("low-water-marks", Duration.ofMillis(everyMillis), "%d", NO_MORE, () -> {
                mark(topic, known.count());
                return 0;
            });
        });
    }

    void stop(@Observes Shutdown event) {
        if (partitions != null) {
            partitions.close();
        }
    }

    /**
     * A lost mark is superseded by the next one. After a failure no more marks are sent, because each would block for
     * as long.
     */
    private void mark(String topic, int count) {
        Instant time = published(topic);
        CompletableFuture<Void> sent = CompletableFuture.completedFuture(null);
        for (int partition = 0; partition < count && !sent.isCompletedExceptionally(); partition++) {
            sent = publisher
                    .publish(message(new LowWaterMark(topic, partition, count, time)))
                    .toCompletableFuture()
                    .whenComplete((acknowledged, failure) -> {
                        if (failure != null) {
                            LoggedFailure.log(LOG, Level.FINE, "A low-water mark was not published", failure);
                        }
                    });
        }
    }

    /** Time before which everything that was committed is published. */
    Instant published(String topic) {
        try (Connection connection = database.getConnection();
                var select = connection.prepareStatement(PUBLISHED)) {
            select.setString(1, topic);
            select.setString(2, topic);
            try (var result = select.executeQuery()) {
                result.next();
                return result.getObject(1, OffsetDateTime.class).toInstant();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot read how far " + topic + " is published", e);
        }
    }

    private ProducerRecord<String, String> message(LowWaterMark mark) {
        Map<String, String> headers = Map.of(
                EventHeaders.ID,
                UuidV7.next().toString(),
                EventHeaders.TYPE,
                LowWaterMark.TYPE,
                EventHeaders.SOURCE,
                "/orderflow/" + service,
                EventHeaders.SPEC_VERSION,
                "1.0",
                EventHeaders.TIME,
                mark.time().toString(),
                LowWaterMark.PARTITIONS,
                Integer.toString(mark.partitions()));
        return RecordPublisher.record(mark.topic(), mark.partition(), null, null, headers);
    }
}
