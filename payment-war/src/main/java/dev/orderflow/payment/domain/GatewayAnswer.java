package dev.orderflow.payment.domain;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An answer of the gateway.
 *
 * @param reason why the charge was declined or remained unanswered
 */
public record GatewayAnswer(PaymentSignal signal, @Nullable String reason) {

    private static final String MASK = "***";

    /** The characters of a token. A longer word that contains the token is not masked. */
    private static final String WORD = "[A-Za-z0-9_-]";

    public static GatewayAnswer captured() {
        return new GatewayAnswer(PaymentSignal.CAPTURED, null);
    }

    public static GatewayAnswer declined(String reason) {
        return new GatewayAnswer(PaymentSignal.DECLINED, reason);
    }

    public static GatewayAnswer voided() {
        return new GatewayAnswer(PaymentSignal.VOIDED, null);
    }

    public static GatewayAnswer refunded() {
        return new GatewayAnswer(PaymentSignal.REFUNDED, null);
    }

    public static GatewayAnswer unanswered(String reason) {
        return new GatewayAnswer(PaymentSignal.UNANSWERED, reason);
    }

    /** Masks the token in the reason, which appears in events, logs and responses. */
    GatewayAnswer masking(String token) {
        return reason == null || token.isEmpty()
                ? this
                : new GatewayAnswer(
                        signal,
                        Pattern.compile("(?<!%1$s)%2$s(?!%1$s)".formatted(WORD, Pattern.quote(token)))
                                .matcher(reason)
                                .replaceAll(Matcher.quoteReplacement(MASK)));
    }
}
