package dev.orderflow.payment.domain;

import org.jspecify.annotations.Nullable;

/** Reads the messages that the gateway sends by itself. */
public interface WebhookVerifier {

    /**
     * Says what a message is.
     *
     * @param signature as it came with the message; null when there was none
     * @param body to the last byte: it is what was signed
     */
    Webhook verify(@Nullable String signature, byte[] body);
}
