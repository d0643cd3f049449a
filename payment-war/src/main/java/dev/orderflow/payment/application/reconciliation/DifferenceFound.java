package dev.orderflow.payment.application.reconciliation;

import dev.orderflow.payment.domain.reconciliation.DifferenceKind;

/** CDI event: a difference between the ledgers was found. Observe it after the commit. */
public record DifferenceFound(DifferenceKind kind) {}
