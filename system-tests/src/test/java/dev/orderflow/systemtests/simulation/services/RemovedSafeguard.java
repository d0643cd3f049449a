package dev.orderflow.systemtests.simulation.services;

/** A protection that is taken away, to see that its absence is found. */
public enum RemovedSafeguard {
    /** Every delivery of an event is handled. */
    NO_INBOX,
    /** Offsets are committed before the transaction is. */
    ACKNOWLEDGED_BEFORE_COMMIT,
    /** The relay deletes rows before Kafka has them. */
    DELETED_BEFORE_PUBLISHED,
    /** Events are sent while their transaction runs, and stay sent when it is rolled back. */
    PUBLISHED_BEFORE_COMMIT,
    /** Every attempt to charge has a key of its own. */
    FRESH_GATEWAY_KEY,
    /** No answer of the gateway is taken for a refusal. */
    SILENCE_IS_REFUSAL,
    /** What the gateway answers is stored, but the event that tells it is not. */
    FORGOTTEN_EVENT,
    /** A client that sends its request again uses another idempotency key. */
    FRESH_IDEMPOTENCY_KEY
}
