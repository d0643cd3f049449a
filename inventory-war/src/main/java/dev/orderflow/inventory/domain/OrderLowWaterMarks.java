package dev.orderflow.inventory.domain;

import java.time.Instant;

/**
 * The low-water marks of the order events. Reservations expire by these marks and not by the time of day, so a backlog
 * of unhandled events expires nothing.
 */
public interface OrderLowWaterMarks {

    /**
     * Records that all events which were committed before this time in this partition were handled. A mark never goes
     * back.
     *
     * @param partitions number of partitions of the topic
     */
    void advance(int partition, int partitions, Instant until);
}
