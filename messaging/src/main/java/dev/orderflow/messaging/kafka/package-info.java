/** Kafka records, the JSON of events, consumer lag and partitions. */
@NullMarked
package dev.orderflow.messaging.kafka;

import org.jspecify.annotations.NullMarked;
