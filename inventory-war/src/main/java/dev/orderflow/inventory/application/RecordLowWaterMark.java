package dev.orderflow.inventory.application;

import dev.orderflow.inventory.domain.OrderLowWaterMarks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;

/**
 * Remembers how far the order service has been followed, in the database: so it is restored together with the
 * reservations.
 */
@ApplicationScoped
public class RecordLowWaterMark {

    @Inject
    OrderLowWaterMarks lowWaterMarks;

    /** All events of a partition that the order service had committed before the time have been handled. */
    @Transactional
    public void record(int partition, int partitions, Instant until) {
        lowWaterMarks.advance(partition, partitions, until);
    }
}
