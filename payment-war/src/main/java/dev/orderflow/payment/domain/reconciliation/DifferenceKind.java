package dev.orderflow.payment.domain.reconciliation;

/** In what the two ledgers do not agree. */
public enum DifferenceKind {
    /** The gateway has money for which our ledger has no capture. */
    CAPTURED_BY_GATEWAY_ONLY,
    /** Our ledger has a capture, and the gateway has not: the order is confirmed, but not paid. */
    CAPTURED_BY_US_ONLY,
    /** The gateway gave money back, and our ledger says that we have it. */
    REFUNDED_BY_GATEWAY_ONLY,
    /** Our ledger says that the money went back, and the gateway still has it. */
    REFUNDED_BY_US_ONLY,
    /** Both moved money, but not the same amount or not in the same currency. */
    AMOUNT_DIFFERS,
    /** The gateway has money of the order under a second key. */
    CHARGED_TWICE
}
