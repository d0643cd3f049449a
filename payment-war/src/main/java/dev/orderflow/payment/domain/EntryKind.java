package dev.orderflow.payment.domain;

/** The kinds of ledger entries. An order has at most one entry of each kind. */
public enum EntryKind {
    AUTHORISE,
    CAPTURE,
    REFUND,
    VOID
}
