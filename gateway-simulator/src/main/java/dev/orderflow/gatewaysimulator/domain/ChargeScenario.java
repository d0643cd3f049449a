package dev.orderflow.gatewaysimulator.domain;

/** The behaviour of the gateway when a key is charged for the first time. */
public enum ChargeScenario {
    APPROVE,
    DECLINE,
    /** Charges; the answer is slow. */
    SLOW,
    /** Charges; the answer comes after the timeout. */
    TIMEOUT_CHARGED,
    /** Charges, and answers 500. */
    ERROR_CHARGED,
    /** Loses the first request without a timely answer. Its repetition is charged. */
    TIMEOUT_UNCHARGED,
    /** Charges, and sends an incomplete answer. */
    GARBLED_CHARGED,
    /** Accepts requests and never charges or answers them in time, also when they are repeated. */
    HANGING,
    /** Charges and sends a webhook at once. The answer comes after the timeout. */
    WEBHOOK_FIRST,
    /** Charges, answers, and sends the webhook twice. */
    WEBHOOK_TWICE,
    /** Charges, answers, and sends a late webhook. */
    WEBHOOK_LATE,
    /** Answers every request with 503. */
    DOWN
}
