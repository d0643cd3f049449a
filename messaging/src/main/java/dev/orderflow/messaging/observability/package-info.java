/** Metrics and spans of publishing and handling. */
@NullMarked
package dev.orderflow.messaging.observability;

import org.jspecify.annotations.NullMarked;
