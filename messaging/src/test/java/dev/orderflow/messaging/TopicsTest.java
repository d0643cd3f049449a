package dev.orderflow.messaging;

import static dev.orderflow.events.Topics.deadLetter;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.events.EventType;
import dev.orderflow.events.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TopicsTest {

    @Test
    void the_stack_creates_every_topic_and_the_dead_letter_topics_of_its_consumers() throws IOException {
        assertThat(created().stringPropertyNames())
                .containsExactlyInAnyOrder(
                        Topics.ORDERS,
                        Topics.INVENTORY,
                        Topics.STOCK,
                        Topics.PAYMENTS,
                        deadLetter(Topics.ORDERS, "inventory"),
                        deadLetter(Topics.ORDERS, "payment"),
                        deadLetter(Topics.INVENTORY, "order"),
                        deadLetter(Topics.INVENTORY, "payment"),
                        deadLetter(Topics.PAYMENTS, "order"));
    }

    @ParameterizedTest
    @EnumSource
    void the_topic_of_an_event_has_partitions_for_every_replica(EventType type) throws IOException {
        assertThat(created().getProperty(type.topic())).isEqualTo("6");
    }

    /** A segment is deleted whole, retention.ms after its last record; the broker looks for such every five minutes. */
    @Test
    void what_was_handled_is_remembered_for_longer_than_kafka_may_deliver_it_again() throws IOException {
        Properties config = properties("liberty-config", "topic-config.properties");
        Duration kafka = Duration.ofMillis(Long.parseLong(config.getProperty("retention.ms")))
                .plusMillis(Long.parseLong(config.getProperty("segment.ms")))
                .plusMinutes(5);
        Properties settings =
                properties("messaging", "src", "main", "resources", "META-INF", "microprofile-config.properties");
        Duration inbox = Duration.ofSeconds(Long.parseLong(settings.getProperty("orderflow.inbox.retention-s")));

        assertThat(inbox).isGreaterThan(kafka.plusDays(1));
    }

    private static Properties created() throws IOException {
        return properties("liberty-config", "topics.properties");
    }

    private static Properties properties(String... path) throws IOException {
        var properties = new Properties();
        try (var file = Files.newBufferedReader(Path.of(System.getProperty("orderflow.root"), path))) {
            properties.load(file);
        }
        return properties;
    }
}
