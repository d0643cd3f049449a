package dev.orderflow.inventory.application;

import dev.orderflow.inventory.domain.PublishedOrders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;

/**
 * Remembers how far the order service has been followed, in the database: so it is restored together with the
 * reservations.
 */
@ApplicationScoped
public class FollowOrders {

    @Inject
    PublishedOrders publishedOrders;

    /** All events of a partition that the order service had committed before the time have been handled. */
    @Transactional
    public void follow(int partition, int partitions, Instant until) {
        publishedOrders.advance(partition, partitions, until);
    }
}
