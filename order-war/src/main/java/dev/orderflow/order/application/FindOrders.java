package dev.orderflow.order.application;

import dev.orderflow.messaging.Outbox;
import dev.orderflow.order.domain.Order;
import dev.orderflow.order.domain.OrderQuery;
import dev.orderflow.order.domain.OrderStatus;
import dev.orderflow.order.domain.Orders;
import dev.orderflow.order.domain.stream.RecordedTransition;
import dev.orderflow.order.domain.stream.TransitionLog;
import dev.orderflow.order.domain.stream.SagaThroughput;
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
    private static final int MAX_TRANSITIONS = 1000;

    @Inject
    Orders orders;

    @Inject
    TransitionLog transitions;

    @Inject
    Outbox outbox;

    /** The order with its lines. */
    public Optional<Order> byId(UUID id) {
        return orders.find(id);
    }

    /** Whether there is such an order: then it has a first step. */
    public boolean exists(UUID id) {
        return !transitions.between(TransitionLog.START, Long.MAX_VALUE, id, 1).isEmpty();
    }

    /** A page of orders without their lines, newest first. */
    public List<Order> list(OrderQuery query) {
        return orders.list(query);
    }

    /** How long ago the oldest order of each status that is not final was placed. */
    public Map<OrderStatus, Duration> oldest() {
        return orders.oldest();
    }

    /** How orders get on; see {@link TransitionLog#throughput}. */
    public SagaThroughput throughput(long limit) {
        return transitions.throughput(limit);
    }

    /** How long the oldest event of an order has waited to be published. */
    public Duration unpublished() {
        return outbox.age();
    }

    /** Every step of an order; none for an order that does not exist. */
    public List<RecordedTransition> timeline(UUID orderId) {
        return transitions.between(TransitionLog.START, Long.MAX_VALUE, orderId, MAX_TRANSITIONS);
    }

    /** How far the one sequence of all steps is complete; see {@link TransitionLog#highWaterMark}. */
    public OptionalLong highWaterMark() {
        return transitions.highWaterMark();
    }

    /** The last step up to a position; see {@link TransitionLog#lastPosition}. */
    public long lastPosition(long until) {
        return transitions.lastPosition(until);
    }

    /** How far streams and counts are behind; see {@link TransitionLog#lag}. */
    public Duration streamLag() {
        return transitions.lag();
    }

    /** Steps of one order, or of all where it is null; see {@link TransitionLog#between}. */
    public List<RecordedTransition> transitionsBetween(long after, long until, @Nullable UUID orderId, int limit) {
        return transitions.between(after, until, orderId, limit);
    }
}
