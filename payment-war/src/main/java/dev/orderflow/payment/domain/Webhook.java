package dev.orderflow.payment.domain;

import java.util.Optional;
import java.util.UUID;

/** A message that says to come from the gateway, which nobody has asked for. */
public sealed interface Webhook {

    /**
     * It comes from the gateway.
     *
     * @param orderId the order that it is about; empty when it is about something else
     */
    record Genuine(Optional<UUID> orderId) implements Webhook {}

    /** Its signature is missing or is not the gateway's. */
    record Forged() implements Webhook {}

    /** The gateway signed it too long ago, or in the future: somebody may be sending it again. */
    record Stale() implements Webhook {}

    /** No secret is configured, so nothing can be told from a forgery. */
    record Unverifiable() implements Webhook {}
}
