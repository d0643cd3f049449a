/** What this service does with the events of the others. */
@NullMarked
package dev.orderflow.payment.messaging;

import org.jspecify.annotations.NullMarked;
