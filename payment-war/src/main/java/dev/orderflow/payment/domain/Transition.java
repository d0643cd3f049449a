package dev.orderflow.payment.domain;

import java.util.List;

/**
 * The answer of the state machine to a signal.
 *
 * @param entries what the ledger has to record
 */
public record Transition(PaymentStatus from, PaymentStatus to, List<EntryKind> entries) {

    /** False for a signal that is late, repeated or of no concern in that state. */
    public boolean changes() {
        return from != to;
    }
}
