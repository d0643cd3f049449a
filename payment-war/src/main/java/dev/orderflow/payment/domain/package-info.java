/** Payments: their state machine and their ports. No I/O. */
@NullMarked
package dev.orderflow.payment.domain;

import org.jspecify.annotations.NullMarked;
