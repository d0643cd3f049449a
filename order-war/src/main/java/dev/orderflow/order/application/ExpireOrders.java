package dev.orderflow.order.application;

import dev.orderflow.chassis.telemetry.TraceContext;
import dev.orderflow.order.domain.Order;
import dev.orderflow.order.domain.OrderSignal;
import dev.orderflow.order.domain.OrderStatus;
import dev.orderflow.order.domain.Orders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;

/**
 * Cancels orders that have exceeded their deadline. Replicas can run this concurrently, because each skips the rows
 * that another has locked.
 */
@ApplicationScoped
public class ExpireOrders {

    @Inject
    Orders orders;

    @Inject
    ApplySignal applySignal;

    /**
     * Cancels a batch of overdue orders in one transaction.
     *
     * @param age minimum time since the order was placed, by the database's clock
     * @return the number of cancelled orders; fewer than {@code limit} means that no other order is overdue
     */
    @Transactional
    public int expire(OrderStatus status, Duration age, int limit) {
        List<Order> overdue = orders.lockOverdue(status, age, limit);
        overdue.forEach(order -> applySignal.apply(order, OrderSignal.DEADLINE_PASSED, null, TraceContext.current()));
        return overdue.size();
    }
}
