package dev.orderflow.messaging;

import java.time.Instant;

/**
 * How far a topic is published: every record that its publisher committed before the time precedes the mark in the
 * partition. So a consumer can distinguish an idle publisher from an outage. The mark is a record with headers and no
 * value. It is not an event and has no effect; consumers that do not know its type ignore it.
 *
 * @param partitions number of partitions of the topic
 * @param time by the publisher's database clock; transactions that commit later may still publish older events
 */
public record LowWaterMark(String topic, int partition, int partitions, Instant time) {

    /** Value of the header {@code ce_type}. */
    public static final String TYPE = "dev.orderflow.relay.low-water-mark.v1";

    /** Header with the number of partitions of the topic. */
    public static final String PARTITIONS = "partitions";
}
