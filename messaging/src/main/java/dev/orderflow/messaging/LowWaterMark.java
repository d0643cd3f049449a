package dev.orderflow.messaging;

import java.time.Instant;

/**
 * How far a partition of a topic is published: all that its publisher had committed before the time stands before the
 * mark. So a consumer can tell silence from an outage. It is a record of its own type, with headers and nothing else,
 * and no event: it has no effect of its own, and who does not know it passes over it.
 *
 * @param partitions how many the topic has
 * @param time by the publisher's database clock; what was being committed then may come later
 */
public record LowWaterMark(String topic, int partition, int partitions, Instant time) {

    /** Its type in the header {@code ce_type}. */
    public static final String TYPE = "dev.orderflow.relay.low-water-mark.v1";

    /** The header that says how many partitions the topic has. */
    public static final String PARTITIONS = "partitions";
}
