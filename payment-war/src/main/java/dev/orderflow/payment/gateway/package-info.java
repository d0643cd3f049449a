/** The payment gateway over HTTP. */
@NullMarked
package dev.orderflow.payment.gateway;

import org.jspecify.annotations.NullMarked;
