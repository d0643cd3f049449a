/** Kafka records as this module sees them, and the JSON of events. */
@NullMarked
package dev.orderflow.messaging.records;

import org.jspecify.annotations.NullMarked;
