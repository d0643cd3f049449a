package dev.orderflow.inventory.domain;

import java.time.Instant;

/** How far the events of orders have been handled. A reservation expires by this, and not by the time of day. */
public interface OrderLowWaterMarks {

    /**
     * All events of a partition that were committed before the time have been handled. Never goes back.
     *
     * @param partitions how many there are
     */
    void advance(int partition, int partitions, Instant until);
}
