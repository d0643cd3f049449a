package dev.orderflow.messaging.deadletters;

/** The state of a dead letter. */
public enum DeadLetterStatus {
    /** Waits for an operator's decision. */
    PARKED,
    /** Was handled, or published, after all. */
    REDRIVEN,
    /** Will never be handled; the history has the operator's reason. */
    DISCARDED
}
