/** Balances, differences and the ports of the reconciliation. No I/O. */
@NullMarked
package dev.orderflow.payment.domain.reconciliation;

import org.jspecify.annotations.NullMarked;
