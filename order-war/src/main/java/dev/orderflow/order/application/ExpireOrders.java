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
 * The deadline of orders that got stuck on the way is over: cancels them. Replicas may do so at the same time; each
 * takes other orders.
 */
@ApplicationScoped
public class ExpireOrders {

    @Inject
    Orders orders;

    @Inject
    ApplySignal applySignal;

    /**
     * Cancels some overdue orders, in one transaction.
     *
     * @param age how long ago they were placed at least, by the database's clock
     * @return how many; fewer than {@code limit} means that no more are overdue
     */
    @Transactional
    public int expire(OrderStatus status, Duration age, int limit) {
        List<Order> overdue = orders.lockOverdue(status, age, limit);
        overdue.forEach(order -> applySignal.apply(order, OrderSignal.DEADLINE_PASSED, null, TraceContext.current()));
        return overdue.size();
    }
}
