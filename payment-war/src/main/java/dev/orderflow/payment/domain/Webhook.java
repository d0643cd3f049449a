package dev.orderflow.payment.domain;

import java.util.Optional;
import java.util.UUID;

/** A message that claims to come from the gateway. */
public sealed interface Webhook {

    /**
     * The gateway has sent it.
     *
     * @param orderId of the charge; empty if it concerns something else
     */
    record Genuine(Optional<UUID> orderId) implements Webhook {}

    /** The signature is missing or invalid. */
    record Forged() implements Webhook {}

    /** The signature is too old or from the future: it may be a replay. */
    record Stale() implements Webhook {}

    /** No secret is configured, so no signature can be verified. */
    record Unverifiable() implements Webhook {}
}
