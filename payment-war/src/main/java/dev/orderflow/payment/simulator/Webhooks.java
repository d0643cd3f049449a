package dev.orderflow.payment.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tells the merchant by itself what became of a charge, and not again if nobody listens. Without a secret it tells nothing. */
@ApplicationScoped
class Webhooks {

    private static final Logger LOG = Logger.getLogger(Webhooks.class.getName());
    private static final String ALGORITHM = "HmacSHA256";
    private static final Jsonb JSON = JsonbBuilder.create();

    /** HTTP/1.1, because Liberty logs an incident for an upgrade that it does not like. */
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    @Inject
    ManagedExecutorService executor;

    @Inject
    @ConfigProperty(name = "simulator.webhook.url")
    URI url;

    @Inject
    @ConfigProperty(name = "simulator.webhook.secret")
    Optional<String> secret;

    @Inject
    @ConfigProperty(name = "simulator.webhook.late-ms")
    long lateMillis;

    /** What is told: of a charge, as it was when it happened. */
    @JsonbPropertyOrder({"id", "type", "charge"})
    public record Message(String id, String type, Charge charge) {}

    void tell(Charge charge, int times) {
        tell(charge, times, 0);
    }

    /** Long after the answer, and after much else. */
    void tellLate(Charge charge) {
        tell(charge, 1, lateMillis);
    }

    private void tell(Charge charge, int times, long delayMillis) {
        String body = JSON.toJson(new Message("evt_" + charge.key(), "charge.made", charge));
        secret.ifPresent(known -> CompletableFuture.delayedExecutor(delayMillis, TimeUnit.MILLISECONDS, executor)
                .execute(() -> {
                    for (int i = 0; i < times; i++) {
                        send(body, known);
                    }
                }));
    }

    private void send(String body, String known) {
        try {
            var answer = HTTP.send(
                    HttpRequest.newBuilder(url)
                            .timeout(Duration.ofSeconds(5))
                            .header("Content-Type", "application/json")
                            .header("Gateway-Signature", signature(body, known))
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.discarding());
            LOG.log(Level.FINE, "A webhook was answered {0}: {1}", new Object[] {answer.statusCode(), body});
        } catch (IOException lost) {
            LOG.log(Level.INFO, "A webhook was lost ({0}): {1}", new Object[] {lost, body});
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static String signature(String body, String known) {
        long time = Instant.now().getEpochSecond();
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(known.getBytes(UTF_8), ALGORITHM));
            return "t=%d,v1=%s"
                    .formatted(time, HexFormat.of().formatHex(mac.doFinal((time + "." + body).getBytes(UTF_8))));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM, impossible);
        }
    }
}
