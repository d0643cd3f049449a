package dev.orderflow.audit;

import static dev.orderflow.audit.AuditedDatabases.Owner.ORDER;
import static dev.orderflow.audit.AuditedDatabases.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.audit.checks.TopicConsumption;
import dev.orderflow.audit.findings.Finding;
import dev.orderflow.audit.findings.Invariant;
import dev.orderflow.localstack.launcher.TestEnvironment;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redis.clients.jedis.RedisClient;

/** What lies outside of the databases: the cache, and what is published and not consumed yet. */
class CacheAndTopicsIT {

    private static final Duration PAUSE = Duration.ofMillis(100);

    private static AuditedDatabases books;
    private static RedisClient redis;

    @BeforeAll
    static void open() {
        books = new AuditedDatabases();
        redis = RedisClient.create(URI.create(TestEnvironment.backends().redisUrl()));
    }

    @AfterAll
    static void close() {
        redis.flushAll();
        redis.close();
    }

    @BeforeEach
    void fill() {
        books.fill(20);
        redis.flushAll();
    }

    private static AuditReport audit(boolean atRest) {
        return Audit.of(books.target()).withPause(PAUSE).run(atRest);
    }

    private static void cache(int number, Map<String, String> entry) {
        redis.hset("orderflow:order:" + order(number), entry);
    }

    @Test
    void entries_that_tell_what_the_database_tells_are_fine_and_so_are_tombstones_and_what_is_no_entry() {
        String confirmed = "{\"id\": \"x\", \"status\": \"CONFIRMED\"}";
        cache(0, Map.of("v", "2", "b", confirmed, "b.v1", confirmed, "b.v2", "{\"status\":\"CONFIRMED\", \"new\": 1}"));
        cache(1, Map.of("v", "2"));
        cache(2, Map.of("v", "1"));
        cache(3, Map.of("v", "spoiled"));
        redis.set("orderflow:order:" + order(4), "spoiled");
        redis.set("orderflow:order:nothing", "spoiled");

        assertThat(audit(true).broken()).isEmpty();
        assertThat(audit(false).broken()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1, RESERVED, the cache still has version 1",
        "3, CONFIRMED, never had",
        "2, REJECTED, the cache says REJECTED"
    })
    void an_entry_that_tells_something_else_breaks_the_ninth_and_no_other(String version, String status, String told) {
        cache(0, Map.of("v", version, "b.v1", "{\"id\": \"x\", \"status\": \"%s\"}".formatted(status)));

        AuditReport report = audit(true);

        assertThat(report.broken()).as(report.toString()).containsExactly(Invariant.I9);
        assertThat(report.examples(Invariant.I9)).singleElement().asString().contains(told);
    }

    @Test
    void of_bodies_of_several_forms_each_has_to_tell_what_the_database_tells() {
        cache(0, Map.of("v", "2", "b.v1", "{\"status\": \"CONFIRMED\"}", "b.v2", "{\"status\": \"REJECTED\"}"));

        assertThat(audit(true).broken()).containsExactly(Invariant.I9);
    }

    @Test
    void an_order_that_only_the_cache_knows_breaks_the_ninth() {
        cache(99, Map.of("v", "0", "b.v1", "{\"status\": \"PENDING\"}"));

        assertThat(audit(true).broken()).containsExactly(Invariant.I9);
    }

    @Test
    void a_live_entry_may_be_stale_for_as_long_as_it_lives_and_no_longer() {
        cache(0, Map.of("v", "1", "b.v1", "{\"status\": \"RESERVED\"}"));
        assertThat(audit(false).broken()).isEmpty();

        books.plant(
                ORDER,
                "update orders set updated_at = now() - interval '2 minutes' where id = '%s'".formatted(order(0)));

        assertThat(audit(false).broken()).containsExactly(Invariant.I9);
    }

    @Test
    void a_record_that_is_not_consumed_breaks_the_eighth_at_rest_and_leaves_everything_undecided_before()
            throws Exception {
        String kafka = TestEnvironment.backends().bootstrapServers();
        TopicPartition partition = new TopicPartition("orderflow.orders.v1", 0);
        long end = publish(kafka, partition);
        try {
            books.plant(ORDER, """
                    update orders set status = 'REJECTED', reason = 'PAYMENT_DECLINED' where id = '%s'""".formatted(order(0)));
            AuditReport atRest = audit(true);
            AuditReport live = audit(false);

            assertThat(atRest.broken()).contains(Invariant.I8);
            assertThat(atRest.examples(Invariant.I8))
                    .extracting(Finding::toString)
                    .containsExactlyInAnyOrder(
                            "orderflow.orders.v1-0: 1 record(s) are not consumed by inventory",
                            "orderflow.orders.v1-0: 1 record(s) are not consumed by payment-orders");
            assertThat(live.broken()).as(live.toString()).doesNotContain(Invariant.I2, Invariant.I3);
            assertThat(live.undecided()).isPositive();
        } finally {
            consume(kafka, partition, end);
        }
        assertThat(audit(false).broken()).contains(Invariant.I2, Invariant.I3);
    }

    private static long publish(String kafka, TopicPartition partition) throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka), new StringSerializer(), new StringSerializer())) {
            return producer.send(new ProducerRecord<>(partition.topic(), partition.partition(), "k", "{}"))
                            .get(30, TimeUnit.SECONDS)
                            .offset()
                    + 1;
        }
    }

    private static void consume(String kafka, TopicPartition partition, long end) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            for (String group : TopicConsumption.TOPICS.keySet()) {
                Map<TopicPartition, OffsetAndMetadata> read = new HashMap<>();
                read.put(partition, new OffsetAndMetadata(end));
                admin.alterConsumerGroupOffsets(group, read).all().get(30, TimeUnit.SECONDS);
            }
        }
    }
}
