package dev.orderflow.payment.simulator;

/** How the gateway behaves when a key is charged for the first time. */
public enum Scenario {
    APPROVE,
    DECLINE,
    /** Charges; the answer takes a while. */
    SLOW,
    /** Charges; the answer does not come in time. */
    TIMEOUT_CHARGED,
    /** Charges, and answers 500. */
    ERROR_CHARGED,
    /** The first request is lost and never answered in time; its repetition is charged. */
    TIMEOUT_UNCHARGED,
    /** Answers 503 to whatever it is asked, and does nothing. */
    DOWN
}
