package dev.orderflow.systemtests.simulation.services;

/** A safeguard that tests remove, to prove that the simulation notices its absence. */
public enum RemovedSafeguard {
    /** Every delivery of an event is handled. */
    NO_INBOX,
    /** Offsets are committed before the transaction. */
    ACKNOWLEDGED_BEFORE_COMMIT,
    /** The relay deletes rows before Kafka has acknowledged them. */
    DELETED_BEFORE_PUBLISHED,
    /** Events are published within their transaction, also if it is rolled back. */
    PUBLISHED_BEFORE_COMMIT,
    /** Every attempt to charge has its own key. */
    FRESH_GATEWAY_KEY,
    /** A missing answer of the gateway counts as a refusal. */
    SILENCE_IS_REFUSAL,
    /** The gateway's answer is stored without its event. */
    FORGOTTEN_EVENT,
    /** A client retries with a new idempotency key. */
    FRESH_IDEMPOTENCY_KEY
}
