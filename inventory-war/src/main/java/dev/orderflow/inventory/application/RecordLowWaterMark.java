package dev.orderflow.inventory.application;

import dev.orderflow.inventory.domain.OrderLowWaterMarks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;

/**
 * Stores the low-water marks of the order events in the database, so that a backup restores them together with the
 * reservations.
 */
@ApplicationScoped
public class RecordLowWaterMark {

    @Inject
    OrderLowWaterMarks lowWaterMarks;

    /** Records that all events which the order service committed before this time in this partition were handled. */
    @Transactional
    public void record(int partition, int partitions, Instant until) {
        lowWaterMarks.advance(partition, partitions, until);
    }
}
