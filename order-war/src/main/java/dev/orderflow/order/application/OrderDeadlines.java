package dev.orderflow.order.application;

import dev.orderflow.order.domain.Order;
import dev.orderflow.order.domain.OrderStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The deadlines of open orders. microprofile-config.properties documents defaults and units. */
@ApplicationScoped
public class OrderDeadlines {

    @Inject
    @ConfigProperty(name = "orderflow.deadline.pending-s")
    long pendingSeconds;

    @Inject
    @ConfigProperty(name = "orderflow.deadline.reserved-s")
    long reservedSeconds;

    /** Returns the time at which the order is cancelled if it still has this status. */
    public Instant of(Order order, OrderStatus status) {
        return order.createdAt().plus(of(status));
    }

    /**
     * Returns how long after it was placed an order may have this status.
     *
     * @throws IllegalArgumentException if the status is final
     */
    public Duration of(OrderStatus status) {
        return Duration.ofSeconds(
                switch (status) {
                    case PENDING -> pendingSeconds;
                    case RESERVED -> reservedSeconds;
                    case CONFIRMED, REJECTED, CANCELLED ->
                        throw new IllegalArgumentException(status + " has no deadline");
                });
    }
}
