package dev.orderflow.messaging.deadletters;

/** The state of a dead letter. */
public enum DeadLetterStatus {
    /** Requires an operator's decision. */
    PARKED,
    /** Was handled or published by a redrive. */
    REDRIVEN,
    /** Will never be handled. The history has the operator's reason. */
    DISCARDED
}
