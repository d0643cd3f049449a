/** What a payment is, which states it can be in, and what leads from one to the next. No I/O. */
@NullMarked
package dev.orderflow.payment.domain.reconciliation;

import org.jspecify.annotations.NullMarked;
