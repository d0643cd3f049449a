package dev.orderflow.order.application;

import dev.orderflow.order.domain.Order;
import dev.orderflow.order.domain.OrderQuery;
import dev.orderflow.order.domain.OrderStatus;
import dev.orderflow.order.domain.OrderStep;
import dev.orderflow.order.domain.OrderSteps;
import dev.orderflow.order.domain.Orders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Someone looks at orders. */
@ApplicationScoped
@Transactional
public class FindOrders {

    /** Most steps of one order that are shown; a legal life has fewer than ten. */
    private static final int MAX_STEPS = 1000;

    @Inject
    Orders orders;

    @Inject
    OrderSteps steps;

    /** The order with its lines. */
    public Optional<Order> byId(UUID id) {
        return orders.find(id);
    }

    /** A page of orders without their lines, newest first. */
    public List<Order> list(OrderQuery query) {
        return orders.list(query);
    }

    /** How long ago the oldest order of each status that is not final was placed. */
    public Map<OrderStatus, Duration> oldest() {
        return orders.oldest();
    }

    /** Every step of an order; none for an order that does not exist. */
    public List<OrderStep> timeline(UUID orderId) {
        return steps.of(orderId, MAX_STEPS);
    }

    /** Position of the newest step of all. */
    public OrderStep.Position lastStep() {
        return steps.end();
    }

    /**
     * Steps that follow a position, in the one sequence of all steps.
     *
     * @param orderId of the one order that is asked about; null for all
     */
    public List<OrderStep> stepsAfter(OrderStep.Position position, @Nullable UUID orderId, int limit) {
        return steps.after(position, orderId, limit);
    }
}
