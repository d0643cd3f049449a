package dev.orderflow.systemtests;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.MINUTES;

import dev.orderflow.localstack.ServiceName;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** A record that no service can handle. */
public final class PoisonRecord {

    /** Inventory and payment consume the first topic, order the second. */
    private static final List<String> TOPICS = List.of("orderflow.orders.v1", "orderflow.payments.v1");

    private PoisonRecord() {}

    /** Publishes it once to each of the three services. */
    public static void send(Shop shop, String key) throws Exception {
        Map<String, Object> config =
                Map.of("bootstrap.servers", shop.stack().backends().bootstrapServers());
        try (var producer = new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
            for (String topic : TOPICS) {
                producer.send(new ProducerRecord<>(topic, key, "poison")).get(1, MINUTES);
            }
        }
    }

    /** Returns the id of its dead letter, or empty until the service has parked it. */
    public static String parked(Shop shop, ServiceName service, String key) {
        String id = given().get(shop.url(service, "/api/dead-letters?status=PARKED&limit=100"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getString("items.find { it.key == '%s' }?.id".formatted(key));
        return Objects.requireNonNullElse(id, "");
    }
}
