/** Payments over HTTP. */
@NullMarked
package dev.orderflow.payment.rest;

import org.jspecify.annotations.NullMarked;
