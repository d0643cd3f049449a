/** Metrics and spans of publishing and handling events. */
@NullMarked
package dev.orderflow.messaging.observability;

import org.jspecify.annotations.NullMarked;
