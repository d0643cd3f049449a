package dev.orderflow.events;

import static dev.orderflow.events.Topics.deadLetter;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
                        deadLetter(Topics.ORDERS, "order"),
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

    private static Properties created() throws IOException {
        var created = new Properties();
        try (var file = Files.newBufferedReader(
                Path.of(System.getProperty("orderflow.root"), "liberty-config", "topics.properties"))) {
            created.load(file);
        }
        return created;
    }
}
