/** The HTTP API of payments, webhooks and reconciliation. */
@NullMarked
package dev.orderflow.payment.rest;

import org.jspecify.annotations.NullMarked;
