package dev.orderflow.gatewaysimulator;

import static dev.orderflow.gatewaysimulator.TestGateway.SECRET;
import static dev.orderflow.gatewaysimulator.TestGateway.charge;
import static dev.orderflow.gatewaysimulator.TestGateway.merchant;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.gatewaysimulator.WebhookReceiver.Received;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhooksIT {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Pattern SIGNATURE = Pattern.compile("t=(\\d+),v1=([0-9a-f]{64})");

    private final UUID key = UUID.randomUUID();

    @ParameterizedTest
    @CsvSource({"tok_webhook_first, 1", "tok_webhook_twice, 2", "tok_webhook_late, 1"})
    void tell_the_merchant_of_the_charge_and_are_signed(String token, int times) throws Exception {
        charge(key, 100, token);

        await().atMost(LIMIT).until(() -> merchant().about(key).size() == times);
        for (Received webhook : merchant().about(key)) {
            assertThat(webhook.type()).isEqualTo("application/json");
            JsonPath body = JsonPath.from(webhook.body());
            assertThat(body.getString("id")).isEqualTo("evt_" + key);
            assertThat(body.getString("type")).isEqualTo("charge.made");
            assertThat(body.getString("charge.key")).isEqualTo(key.toString());
            assertThat(body.getString("charge.status")).isEqualTo("CAPTURED");
            assertThat(webhook.body()).doesNotContain(token);
            requireSigned(webhook);
        }
    }

    private static void requireSigned(Received webhook) throws Exception {
        Matcher signature = SIGNATURE.matcher(webhook.signature());
        assertThat(signature.matches()).as(webhook.signature()).isTrue();
        assertThat(Instant.ofEpochSecond(Long.parseLong(signature.group(1))))
                .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(60));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA256"));
        assertThat(signature.group(2))
                .isEqualTo(HexFormat.of()
                        .formatHex(mac.doFinal((signature.group(1) + "." + webhook.body()).getBytes(UTF_8))));
    }

    @Test
    void that_are_late_come_after_the_answer() {
        long before = System.nanoTime();
        charge(key, 100, "tok_webhook_late").statusCode(200);

        await().atMost(LIMIT).until(() -> !merchant().about(key).isEmpty());
        assertThat(merchant().about(key).getFirst().atNanos() - before)
                .isGreaterThan(Duration.ofMillis(500).toNanos());
    }

    @Test
    void are_not_sent_where_the_scenario_has_none() {
        charge(key, 100, "tok_approve").statusCode(200);
        UUID later = UUID.randomUUID();
        charge(later, 100, "tok_webhook_late").statusCode(200);

        await().atMost(LIMIT).until(() -> !merchant().about(later).isEmpty());
        assertThat(merchant().about(key)).isEqualTo(List.of());
    }
}
