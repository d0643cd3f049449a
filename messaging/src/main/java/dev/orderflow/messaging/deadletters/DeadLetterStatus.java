package dev.orderflow.messaging.deadletters;

/** What became of a dead letter. */
public enum DeadLetterStatus {
    /** Waits for an operator's decision. */
    PARKED,
    /** Was handled after all. */
    REDRIVEN,
    /** Will never be handled, and somebody said why. */
    DISCARDED
}
