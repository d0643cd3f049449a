package dev.orderflow.payment.domain;

import org.jspecify.annotations.Nullable;

/**
 * What the gateway answered.
 *
 * @param reason why it was declined or remained unanswered
 */
public record Answer(Signal signal, @Nullable String reason) {

    public static Answer captured() {
        return new Answer(Signal.CAPTURED, null);
    }

    public static Answer declined(String reason) {
        return new Answer(Signal.DECLINED, reason);
    }

    public static Answer voided() {
        return new Answer(Signal.VOIDED, null);
    }

    public static Answer refunded() {
        return new Answer(Signal.REFUNDED, null);
    }

    public static Answer unanswered(String reason) {
        return new Answer(Signal.UNANSWERED, reason);
    }
}
