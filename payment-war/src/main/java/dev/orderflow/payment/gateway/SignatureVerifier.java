package dev.orderflow.payment.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.orderflow.chassis.json.StrictJson;
import dev.orderflow.chassis.json.UnreadableJson;
import dev.orderflow.payment.domain.Webhook;
import dev.orderflow.payment.domain.WebhookVerifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Verifies signatures of the form <code>t=SECONDS,v1=HEX</code>, where HEX is the HMAC-SHA-256 of {@code SECONDS.BODY}
 * under a shared secret. The time is signed, too, which limits replays. During a rotation, the gateway may send several
 * <code>v1</code> and we may know two secrets: one match suffices.
 */
@ApplicationScoped
class SignatureVerifier implements WebhookVerifier {

    private static final String ALGORITHM = "HmacSHA256";
    private static final Pattern ONE_SIGNATURE = Pattern.compile(",v1=([0-9a-f]{64})");
    private static final Pattern SIGNATURE = Pattern.compile("t=(\\d{1,11})((?:" + ONE_SIGNATURE + "){1,8})");

    @Inject
    @ConfigProperty(name = "payment.webhook.secret")
    Optional<String> secret;

    /** Also accepted, while the secret is rotated. */
    @Inject
    @ConfigProperty(name = "payment.webhook.secret-previous")
    Optional<String> previousSecret;

    @Inject
    @ConfigProperty(name = "payment.webhook.tolerance-s")
    long toleranceSeconds;

    @Override
    public Webhook verify(@Nullable String signature, byte[] body) {
        List<String> secrets = secrets();
        if (secrets.isEmpty()) {
            return new Webhook.Unverifiable();
        }
        Matcher signed = SIGNATURE.matcher(signature == null ? "" : signature);
        if (!signed.matches() || !isSigned(signed, secrets, body)) {
            return new Webhook.Forged();
        }
        Duration age = Duration.between(Instant.ofEpochSecond(Long.parseLong(signed.group(1))), Instant.now());
        return age.abs().toSeconds() > toleranceSeconds ? new Webhook.Stale() : new Webhook.Genuine(order(body));
    }

    /** An empty secret is no secret: anyone could sign with it. */
    private List<String> secrets() {
        return Stream.of(secret, previousSecret)
                .flatMap(Optional::stream)
                .filter(known -> !known.isBlank())
                .toList();
    }

    /** Compares every pair, so that the duration does not reveal which of them match. */
    private static boolean isSigned(Matcher signed, List<String> secrets, byte[] body) {
        List<byte[]> signatures = ONE_SIGNATURE
                .matcher(signed.group(2))
                .results()
                .map(one -> HexFormat.of().parseHex(one.group(1)))
                .toList();
        boolean found = false;
        for (String known : secrets) {
            byte[] expected = hmac(known, signed.group(1), body);
            for (byte[] given : signatures) {
                found |= MessageDigest.isEqual(expected, given);
            }
        }
        return found;
    }

    private static byte[] hmac(String secret, String time, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), ALGORITHM));
            mac.update((time + ".").getBytes(UTF_8));
            return mac.doFinal(body);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM, impossible);
        }
    }

    /**
     * Returns the key of the charge, which is our order id; empty for other messages and for charges of other systems.
     */
    private static Optional<UUID> order(byte[] body) {
        try {
            return Optional.ofNullable(StrictJson.read(new String(body, UTF_8), Notice.class)
                            .charge())
                    .map(Charge::key)
                    .map(UUID::fromString);
        } catch (IllegalArgumentException | UnreadableJson other) {
            return Optional.empty();
        }
    }

    /** The part of a webhook that is read. */
    private record Notice(@Nullable Charge charge) {}

    private record Charge(@Nullable String key) {}
}
