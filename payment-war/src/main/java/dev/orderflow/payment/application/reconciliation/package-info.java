/** The use cases: an order's money is requested, abandoned, settled with the gateway, and shown. */
@NullMarked
package dev.orderflow.payment.application.reconciliation;

import org.jspecify.annotations.NullMarked;
