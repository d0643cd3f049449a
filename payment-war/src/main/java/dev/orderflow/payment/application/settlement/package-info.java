/** The use cases that settle payments with the gateway. */
@NullMarked
package dev.orderflow.payment.application.settlement;

import org.jspecify.annotations.NullMarked;
