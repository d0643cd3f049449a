package dev.orderflow.payment.domain;

/** What an entry of the ledger records. An order has at most one of each. */
public enum EntryKind {
    AUTHORISE,
    CAPTURE,
    REFUND,
    VOID
}
