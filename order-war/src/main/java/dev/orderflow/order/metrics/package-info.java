/** The metrics of the service, in addition to those of the messaging module. */
@NullMarked
package dev.orderflow.order.metrics;

import org.jspecify.annotations.NullMarked;
