package dev.orderflow.payment.application.reconciliation;

import dev.orderflow.payment.domain.reconciliation.DifferenceKind;

/** Once the transaction that fired it has committed, the ledgers are known not to agree on one thing more. */
public record DifferenceFound(DifferenceKind kind) {}
