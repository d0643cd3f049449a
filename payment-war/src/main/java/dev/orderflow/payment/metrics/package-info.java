/** What the service measures, beside what the messaging core does. */
@NullMarked
package dev.orderflow.payment.metrics;

import org.jspecify.annotations.NullMarked;
