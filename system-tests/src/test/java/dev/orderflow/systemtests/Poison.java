package dev.orderflow.systemtests;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.MINUTES;

import dev.orderflow.localstack.ServiceName;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** A record that no service can ever handle. */
public final class Poison {

    private Poison() {}

    /** To a topic that all three services listen to. */
    public static void send(Shop shop, String key) throws Exception {
        Map<String, Object> config =
                Map.of("bootstrap.servers", shop.stack().backends().bootstrapServers());
        try (var producer = new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>("orderflow.orders.v1", key, "poison"))
                    .get(1, MINUTES);
        }
    }

    /** The id of its letter, empty as long as the service has not parked it. */
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
