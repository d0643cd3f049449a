package dev.orderflow.order.application;

import dev.orderflow.messaging.Outbox;
import dev.orderflow.order.domain.Order;
import dev.orderflow.order.domain.OrderQuery;
import dev.orderflow.order.domain.OrderStatus;
import dev.orderflow.order.domain.Orders;
import dev.orderflow.order.domain.stream.OrderStep;
import dev.orderflow.order.domain.stream.OrderSteps;
import dev.orderflow.order.domain.stream.Progress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
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

    @Inject
    Outbox outbox;

    /** The order with its lines. */
    public Optional<Order> byId(UUID id) {
        return orders.find(id);
    }

    /** Whether there is such an order: then it has a first step. */
    public boolean exists(UUID id) {
        return !steps.between(OrderSteps.START, Long.MAX_VALUE, id, 1).isEmpty();
    }

    /** A page of orders without their lines, newest first. */
    public List<Order> list(OrderQuery query) {
        return orders.list(query);
    }

    /** How long ago the oldest order of each status that is not final was placed. */
    public Map<OrderStatus, Duration> oldest() {
        return orders.oldest();
    }

    /** How orders get on; see {@link OrderSteps#progress}. */
    public Progress progress(long most) {
        return steps.progress(most);
    }

    /** How long the oldest event of an order has waited to be published. */
    public Duration unpublished() {
        return outbox.age();
    }

    /** Every step of an order; none for an order that does not exist. */
    public List<OrderStep> timeline(UUID orderId) {
        return steps.between(OrderSteps.START, Long.MAX_VALUE, orderId, MAX_STEPS);
    }

    /** How far the one sequence of all steps is complete; see {@link OrderSteps#complete}. */
    public OptionalLong completeSteps() {
        return steps.complete();
    }

    /** The last step up to a position; see {@link OrderSteps#last}. */
    public long lastStep(long until) {
        return steps.last(until);
    }

    /** How far streams and counts are behind; see {@link OrderSteps#behind}. */
    public Duration behind() {
        return steps.behind();
    }

    /** Steps of one order, or of all where it is null; see {@link OrderSteps#between}. */
    public List<OrderStep> stepsBetween(long after, long until, @Nullable UUID orderId, int limit) {
        return steps.between(after, until, orderId, limit);
    }
}
