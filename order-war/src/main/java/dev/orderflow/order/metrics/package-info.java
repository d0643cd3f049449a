/** What the service measures, beside what the messaging core does. */
@NullMarked
package dev.orderflow.order.metrics;

import org.jspecify.annotations.NullMarked;
