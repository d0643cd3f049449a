package dev.orderflow.payment.domain;

import org.jspecify.annotations.Nullable;

/** Verifies webhooks of the gateway. */
public interface WebhookVerifier {

    /**
     * Verifies the signature of a webhook, and reads its order id.
     *
     * @param signature header of the message; null if it has none
     * @param body as received, byte for byte, because the signature covers it
     */
    Webhook verify(@Nullable String signature, byte[] body);
}
