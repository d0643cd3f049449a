package dev.orderflow.order.application;

import dev.orderflow.messaging.Outbox;
import dev.orderflow.order.domain.Order;
import dev.orderflow.order.domain.OrderQuery;
import dev.orderflow.order.domain.OrderStatus;
import dev.orderflow.order.domain.Orders;
import dev.orderflow.order.domain.stream.RecordedTransition;
import dev.orderflow.order.domain.stream.SagaThroughput;
import dev.orderflow.order.domain.stream.TransitionLog;
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

/** Reads orders and their transitions. */
@ApplicationScoped
@Transactional
public class FindOrders {

    /** Maximum number of transitions in a timeline. A valid order has fewer than ten. */
    private static final int MAX_TRANSITIONS = 1000;

    @Inject
    Orders orders;

    @Inject
    TransitionLog transitions;

    @Inject
    Outbox outbox;

    /** Returns the order with its lines. */
    public Optional<Order> byId(UUID id) {
        return orders.find(id);
    }

    /** Returns whether the order exists. Every order has at least one transition. */
    public boolean exists(UUID id) {
        return !transitions.between(TransitionLog.START, Long.MAX_VALUE, id, 1).isEmpty();
    }

    /** Returns a page of orders without their lines, newest first. */
    public List<Order> list(OrderQuery query) {
        return orders.list(query);
    }

    /** Returns the age of the oldest order in each status that is not final. */
    public Map<OrderStatus, Duration> oldest() {
        return orders.oldest();
    }

    /** Returns the orders in flight and the completion rate; see {@link TransitionLog#throughput}. */
    public SagaThroughput throughput(long limit) {
        return transitions.throughput(limit);
    }

    /** Returns the age of the oldest event in the outbox; zero if it is empty. */
    public Duration unpublished() {
        return outbox.age();
    }

    /** Returns the transitions of an order, oldest first; empty if the order does not exist. */
    public List<RecordedTransition> timeline(UUID orderId) {
        return transitions.between(TransitionLog.START, Long.MAX_VALUE, orderId, MAX_TRANSITIONS);
    }

    /** Returns the high-water mark; see {@link TransitionLog#highWaterMark}. */
    public OptionalLong highWaterMark() {
        return transitions.highWaterMark();
    }

    /** Returns the position of the last transition up to a position; see {@link TransitionLog#lastPosition}. */
    public long lastPosition(long until) {
        return transitions.lastPosition(until);
    }

    /** Returns how far streams and counts lag behind; see {@link TransitionLog#lag}. */
    public Duration streamLag() {
        return transitions.lag();
    }

    /** Returns transitions of one order, or of all orders if the id is null; see {@link TransitionLog#between}. */
    public List<RecordedTransition> transitionsBetween(long after, long until, @Nullable UUID orderId, int limit) {
        return transitions.between(after, until, orderId, limit);
    }
}
