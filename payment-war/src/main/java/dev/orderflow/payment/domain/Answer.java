package dev.orderflow.payment.domain;

import org.jspecify.annotations.Nullable;

/**
 * What the gateway answered.
 *
 * @param reason why it was declined or remained unanswered
 */
public record Answer(PaymentSignal signal, @Nullable String reason) {

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
}
