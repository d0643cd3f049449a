/** The incoming channels: translate an event, call a use case. */
@NullMarked
package dev.orderflow.payment.messaging;

import org.jspecify.annotations.NullMarked;
