package dev.orderflow.gatewaysimulator.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.orderflow.gatewaysimulator.application.WebhookSender;
import dev.orderflow.gatewaysimulator.domain.Charge;
import dev.orderflow.gatewaysimulator.http.Json;
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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Sends each webhook once, signed, without retries. Sends none without a secret. */
public final class HmacWebhookSender implements WebhookSender {

    private static final Logger LOG = Logger.getLogger(HmacWebhookSender.class.getName());
    private static final String ALGORITHM = "HmacSHA256";

    /** HTTP/1.1, because Liberty logs an incident when it rejects an upgrade. */
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final URI url;
    private final Optional<String> secret;
    private final Duration late;

    /**
     * Creates a sender.
     *
     * @param late delay of late webhooks
     */
    public HmacWebhookSender(URI url, Optional<String> secret, Duration late) {
        this.url = url;
        this.secret = secret;
        this.late = late;
    }

    /** The body of a webhook, with the charge as it was at the time. */
    private record Message(String id, String type, Charge charge) {}

    @Override
    public void send(Charge charge, int times) {
        send(charge, times, Duration.ZERO);
    }

    @Override
    public void sendLate(Charge charge) {
        send(charge, 1, late);
    }

    private void send(Charge charge, int times, Duration delay) {
        String body = Json.write(new Message("evt_" + charge.key(), "charge.made", charge));
        secret.ifPresent(known -> CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS, threads)
                .execute(() -> {
                    for (int i = 0; i < times; i++) {
                        post(body, known);
                    }
                }));
    }

    private void post(String body, String known) {
        try {
            var answer = HTTP.send(
                    HttpRequest.newBuilder(url)
                            .timeout(Duration.ofSeconds(5))
                            .header("Content-Type", "application/json")
                            .header("Gateway-Signature", signature(body, known))
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.discarding());
            Level level = answer.statusCode() < 300 ? Level.FINE : Level.INFO;
            LOG.log(level, "Webhook answered with {0}: {1}", new Object[] {answer.statusCode(), body});
        } catch (IOException lost) {
            LOG.log(Level.INFO, "Webhook failed ({0}): {1}", new Object[] {lost, body});
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
