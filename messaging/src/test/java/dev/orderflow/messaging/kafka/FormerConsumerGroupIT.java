package dev.orderflow.messaging.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.events.Topics;
import dev.orderflow.localstack.launcher.TestEnvironment;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FormerConsumerGroupIT {

    private static final TopicPartition PAYMENTS = new TopicPartition(Topics.PAYMENTS, 2);
    private static final TopicPartition INVENTORY = new TopicPartition(Topics.INVENTORY, 2);

    private final String former = "former-" + UUID.randomUUID();
    private final String own = "own-" + UUID.randomUUID();
    private Admin admin;

    @BeforeEach
    void connect() {
        admin = Admin.create(
                Map.of("bootstrap.servers", TestEnvironment.backends().bootstrapServers()));
    }

    @AfterEach
    void disconnect() {
        admin.close();
    }

    @Test
    void a_new_group_begins_where_the_shared_one_stopped_in_its_topic() throws Exception {
        commit(former, Map.of(PAYMENTS, 7L, INVENTORY, 9L));

        handOver(TestEnvironment.backends().bootstrapServers(), own);

        assertThat(committed(own)).isEqualTo(Map.of(PAYMENTS, 7L));
    }

    @Test
    void a_group_that_has_begun_stays_where_it_is() throws Exception {
        commit(former, Map.of(PAYMENTS, 7L));
        commit(own, Map.of(PAYMENTS, 8L));

        handOver(TestEnvironment.backends().bootstrapServers(), own);

        assertThat(committed(own)).isEqualTo(Map.of(PAYMENTS, 8L));
    }

    @Test
    void a_first_start_leaves_the_new_group_alone() throws Exception {
        handOver(TestEnvironment.backends().bootstrapServers(), own);

        assertThat(committed(own)).isEmpty();
    }

    @Test
    void a_kafka_that_is_away_does_not_keep_the_channel_from_opening() {
        handOver("127.0.0.1:1", own);
    }

    private void handOver(String bootstrapServers, String group) {
        var formerGroup = new FormerConsumerGroup();
        formerGroup.name = former;
        formerGroup.config = config(Map.of(
                "mp.messaging.incoming.payments.group.id", group,
                "mp.messaging.incoming.payments.topic", Topics.PAYMENTS,
                "mp.messaging.connector.liberty-kafka.bootstrap.servers", bootstrapServers));
        formerGroup.handOver("payments");
    }

    /** The two methods that are used. */
    private static Config config(Map<String, String> values) {
        return (Config) Proxy.newProxyInstance(
                FormerConsumerGroupIT.class.getClassLoader(),
                new Class<?>[] {Config.class},
                (proxy, method, arguments) -> {
                    String value = values.get((String) arguments[0]);
                    return method.getName().equals("getOptionalValue") ? Optional.ofNullable(value) : value;
                });
    }

    private void commit(String group, Map<TopicPartition, Long> offsets) throws Exception {
        Map<TopicPartition, OffsetAndMetadata> committed = new HashMap<>();
        offsets.forEach((partition, offset) -> committed.put(partition, new OffsetAndMetadata(offset)));
        admin.alterConsumerGroupOffsets(group, committed).all().get(1, TimeUnit.MINUTES);
    }

    private Map<TopicPartition, Long> committed(String group) throws Exception {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get(1, TimeUnit.MINUTES)
                .forEach((partition, offset) -> offsets.put(partition, offset.offset()));
        return offsets;
    }
}
