package dev.orderflow.payment.domain.reconciliation;

/** How the two ledgers differ. */
public enum DifferenceKind {
    /** The gateway has money for which our ledger has no capture. */
    CAPTURED_BY_GATEWAY_ONLY,
    /** Our ledger has a capture that the gateway does not have: the order is confirmed but not paid. */
    CAPTURED_BY_US_ONLY,
    /** The gateway has refunded money that our ledger still counts as captured. */
    REFUNDED_BY_GATEWAY_ONLY,
    /** Our ledger has a refund that the gateway has not made. */
    REFUNDED_BY_US_ONLY,
    /** Amount or currency differ. */
    AMOUNT_DIFFERS,
    /** The gateway has charged the order again under a second key. */
    CHARGED_TWICE
}
