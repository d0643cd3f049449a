/** The use cases that compare our ledger with the gateway's. */
@NullMarked
package dev.orderflow.payment.application.reconciliation;

import org.jspecify.annotations.NullMarked;
