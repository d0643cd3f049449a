package dev.orderflow.gatewaysimulator.domain;

/** How the gateway behaves when a key is charged for the first time. */
public enum ChargeScenario {
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
    /** Charges, and breaks off in the midst of its answer. */
    GARBLED_CHARGED,
    /** Takes charges, and neither makes nor answers them, however often they are repeated. */
    HANGING,
    /** Charges and says so by a webhook at once; its answer does not come in time. */
    WEBHOOK_FIRST,
    /** Charges, answers, and says so by a webhook too, twice. */
    WEBHOOK_TWICE,
    /** Charges, answers, and says so again by a webhook that comes late. */
    WEBHOOK_LATE,
    /** Answers 503 to whatever it is asked, and does nothing. */
    DOWN
}
