package dev.orderflow.order.application;

import dev.orderflow.order.domain.Order;
import dev.orderflow.order.domain.OrderStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How long an order may take. Defaults and units stand in microprofile-config.properties. */
@ApplicationScoped
public class OrderDeadlines {

    @Inject
    @ConfigProperty(name = "orderflow.deadline.pending-s")
    long pendingSeconds;

    @Inject
    @ConfigProperty(name = "orderflow.deadline.reserved-s")
    long reservedSeconds;

    /** When the order is cancelled if it is still in this status. */
    public Instant of(Order order, OrderStatus status) {
        return order.createdAt().plus(of(status));
    }

    /** How long after being placed an order may be in a status that is not final. */
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
