/** Payments in PostgreSQL. */
@NullMarked
package dev.orderflow.payment.persistence;

import org.jspecify.annotations.NullMarked;
