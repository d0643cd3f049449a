/** Kafka as this module sees it: records, the JSON of events, lag and partitions. */
@NullMarked
package dev.orderflow.messaging.kafka;

import org.jspecify.annotations.NullMarked;
