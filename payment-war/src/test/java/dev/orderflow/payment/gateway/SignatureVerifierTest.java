package dev.orderflow.payment.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.payment.domain.Webhook;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureVerifierTest {

    private static final byte[] BODY = "{}".getBytes(UTF_8);
    private static final String NONE = "0".repeat(64);

    private final long now = Instant.now().getEpochSecond();

    @Test
    void a_webhook_is_accepted_under_the_secret_of_today_and_under_the_one_before() {
        SignatureVerifier rolling = knowing("whsec_new", "whsec_old");

        assertThat(rolling.verify(signed("whsec_new"), BODY)).isInstanceOf(Webhook.Genuine.class);
        assertThat(rolling.verify(signed("whsec_old"), BODY)).isInstanceOf(Webhook.Genuine.class);
        assertThat(rolling.verify(signed("whsec_older"), BODY)).isInstanceOf(Webhook.Forged.class);
    }

    @Test
    void one_of_several_signatures_is_enough() {
        assertThat(knowing("whsec_new", null).verify(signed("whsec_old", "whsec_new"), BODY))
                .isInstanceOf(Webhook.Genuine.class);
        assertThat(knowing("whsec_new", null).verify(signed("whsec_new", "whsec_newer"), BODY))
                .isInstanceOf(Webhook.Genuine.class);
        assertThat(knowing("whsec_new", null).verify(signed("whsec_a", "whsec_b"), BODY))
                .isInstanceOf(Webhook.Forged.class);
    }

    @Test
    void a_secret_before_alone_is_a_secret() {
        assertThat(knowing(null, "whsec_old").verify(signed("whsec_old"), BODY)).isInstanceOf(Webhook.Genuine.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t"})
    void a_secret_that_is_empty_opens_nothing(String empty) {
        assertThat(knowing(empty, empty).verify(signed("\0"), BODY)).isInstanceOf(Webhook.Unverifiable.class);
        assertThat(knowing("whsec_new", empty).verify(signed("\0"), BODY)).isInstanceOf(Webhook.Forged.class);
        assertThat(knowing("whsec_new", empty).verify("t=%d,v1=%s".formatted(now, NONE), BODY))
                .isInstanceOf(Webhook.Forged.class);
        assertThat(knowing(null, null).verify(signed("\0"), BODY)).isInstanceOf(Webhook.Unverifiable.class);
    }

    @Test
    void the_time_is_that_of_all_signatures() {
        String late = signed("whsec_new").replaceFirst("t=\\d+", "t=" + (now - 1));
        assertThat(knowing("whsec_new", null).verify(late, BODY)).isInstanceOf(Webhook.Forged.class);
        assertThat(knowing("whsec_new", null).verify(signed(now - 1000, "whsec_old", "whsec_new"), BODY))
                .isInstanceOf(Webhook.Stale.class);
    }

    @Test
    void a_header_has_a_bounded_number_of_signatures() {
        String[] secrets = new String[9];
        Arrays.fill(secrets, "whsec_new");

        assertThat(knowing("whsec_new", null).verify(signed(secrets), BODY)).isInstanceOf(Webhook.Forged.class);
    }

    private static SignatureVerifier knowing(@Nullable String secret, @Nullable String previous) {
        var verifier = new SignatureVerifier();
        verifier.secret = Optional.ofNullable(secret);
        verifier.previousSecret = Optional.ofNullable(previous);
        verifier.toleranceSeconds = 300;
        return verifier;
    }

    private String signed(String... secrets) {
        return signed(now, secrets);
    }

    private static String signed(long time, String... secrets) {
        return "t=" + time
                + Arrays.stream(secrets)
                        .map(secret -> ",v1=" + hmac(secret, time))
                        .collect(Collectors.joining());
    }

    private static String hmac(String secret, long time) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            mac.update((time + ".").getBytes(UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(BODY));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
