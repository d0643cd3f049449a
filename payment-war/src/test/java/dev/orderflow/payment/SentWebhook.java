package dev.orderflow.payment;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.orderflow.localstack.launcher.TestEnvironment;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** A webhook as the gateway sends it, or somebody who would like to be the gateway. */
record SentWebhook(String body) {

    static final String SECRET = System.getenv("PAYMENT_WEBHOOK_SECRET");

    static final String PREVIOUS_SECRET = System.getenv("PAYMENT_WEBHOOK_SECRET_PREVIOUS");

    SentWebhook(UUID orderId, String status) {
        this("""
                {"id": "evt_1", "type": "charge.made", "charge": {"key": "%1$s", "orderId": "%1$s", "status": "%2$s"}}""".formatted(orderId, status));
    }

    /** Its signature, made some seconds ago. */
    String signed(String secret, long secondsAgo) {
        long time = Instant.now().getEpochSecond() - secondsAgo;
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            // An empty key is none to Java; HMAC fills keys up with zeros.
            mac.init(new SecretKeySpec((secret + "\0").getBytes(UTF_8), "HmacSHA256"));
            return "t=%d,v1=%s"
                    .formatted(time, HexFormat.of().formatHex(mac.doFinal((time + "." + body).getBytes(UTF_8))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As the gateway would. */
    ValidatableResponse send() {
        return send(signed(SECRET, 0));
    }

    ValidatableResponse send(@Nullable String signature) {
        return sendTo(TestEnvironment.server().baseUri(), signature);
    }

    ValidatableResponse sendTo(URI server, @Nullable String signature) {
        var request = given().baseUri(server.toString())
                .contentType("application/json")
                .body(body);
        if (signature != null) {
            request.header("Gateway-Signature", signature);
        }
        return request.post("/api/payments/webhooks").then();
    }
}
