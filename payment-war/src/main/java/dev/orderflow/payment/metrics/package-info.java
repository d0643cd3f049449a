/** The metrics of the service, in addition to those of the messaging module. */
@NullMarked
package dev.orderflow.payment.metrics;

import org.jspecify.annotations.NullMarked;
