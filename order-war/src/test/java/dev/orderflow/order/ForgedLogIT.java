package dev.orderflow.order;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.events.EventHeaders;
import dev.orderflow.events.EventType;
import dev.orderflow.events.Topics;
import dev.orderflow.localstack.launcher.TestEnvironment;
import dev.orderflow.messaging.harness.KafkaTestClient;
import java.time.Duration;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.microshed.testing.jupiter.MicroShedTest;

/** Clients cannot forge lines of the plain-text log. The JSON log is safe, because it escapes line breaks. */
@MicroShedTest
class ForgedLogIT {

    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final String FORGED = "[AUDIT   ] CWWKE0036I: The server is stopped, says nobody";

    private final ServerLog log = ServerLog.fromNow(TestEnvironment.server());

    @Test
    void what_a_record_says_is_in_no_line() {
        UUID event = UUID.randomUUID();
        var poison = new ProducerRecord<String, String>(Topics.PAYMENTS, "key\r\n" + FORGED, """
                {"orderId": "%s", "amount": 1, "currency": "EUR"}""".formatted(event));
        poison.headers()
                .add(EventHeaders.ID, event.toString().getBytes(UTF_8))
                .add(EventHeaders.TYPE, EventType.PAYMENT_COMPLETED.wireName().getBytes(UTF_8))
                .add(EventHeaders.TIME, ("now\r\n" + FORGED).getBytes(UTF_8))
                .add(EventHeaders.TRACE_PARENT, ("00-\r\n" + FORGED).getBytes(UTF_8));
        try (var wire = new KafkaTestClient(TestEnvironment.backends().bootstrapServers())) {
            wire.send(poison);
            wire.flush();
        }

        await().atMost(LIMIT).until(() -> log.count("parked " + event) > 0);
        assertThat(log.lines()).noneMatch(line -> line.contains(FORGED));
    }
}
