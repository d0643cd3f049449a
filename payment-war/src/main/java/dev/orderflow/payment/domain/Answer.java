package dev.orderflow.payment.domain;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the gateway answered.
 *
 * @param reason why it was declined or remained unanswered
 */
public record Answer(PaymentSignal signal, @Nullable String reason) {

    private static final String MASK = "***";

    /** The characters of a token: a longer word that contains the token is not masked. */
    private static final String WORD = "[A-Za-z0-9_-]";

    public static Answer captured() {
        return new Answer(PaymentSignal.CAPTURED, null);
    }

    public static Answer declined(String reason) {
        return new Answer(PaymentSignal.DECLINED, reason);
    }

    public static Answer voided() {
        return new Answer(PaymentSignal.VOIDED, null);
    }

    public static Answer refunded() {
        return new Answer(PaymentSignal.REFUNDED, null);
    }

    public static Answer unanswered(String reason) {
        return new Answer(PaymentSignal.UNANSWERED, reason);
    }

    /** Masks the token in the reason, which goes to events, logs and customers. */
    Answer without(String token) {
        return reason == null || token.isEmpty()
                ? this
                : new Answer(
                        signal,
                        Pattern.compile("(?<!%1$s)%2$s(?!%1$s)".formatted(WORD, Pattern.quote(token)))
                                .matcher(reason)
                                .replaceAll(Matcher.quoteReplacement(MASK)));
    }
}
