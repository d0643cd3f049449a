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

/** A webhook, sent by the gateway or by an attacker. */
record SentWebhook(String body) {

    static final String SECRET = System.getenv("PAYMENT_WEBHOOK_SECRET");

    static final String PREVIOUS_SECRET = System.getenv("PAYMENT_WEBHOOK_SECRET_PREVIOUS");

    SentWebhook(UUID orderId, String status) {
        this("""
                {"id": "evt_1", "type": "charge.made", "charge": {"key": "%1$s", "orderId": "%1$s", "status": "%2$s"}}""".formatted(orderId, status));
    }

    /** Returns a signature made that many seconds ago. */
    String signed(String secret, long secondsAgo) {
        long time = Instant.now().getEpochSecond() - secondsAgo;
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            // Java rejects an empty key. HMAC pads keys with zeros, so this key is equivalent.
            mac.init(new SecretKeySpec((secret + "\0").getBytes(UTF_8), "HmacSHA256"));
            return "t=%d,v1=%s"
                    .formatted(time, HexFormat.of().formatHex(mac.doFinal((time + "." + body).getBytes(UTF_8))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sends it with a valid signature. */
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
