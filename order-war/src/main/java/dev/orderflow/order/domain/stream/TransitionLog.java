package dev.orderflow.order.domain.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The log of all status transitions of all orders, in one order. */
public interface TransitionLog {

    /** The position before the first transition. */
    long START = 0;

    /**
     * Returns the high-water mark: no transition will appear at or below this position any more. It lags behind by
     * milliseconds at most times, and advances as transactions end, so poll it. Empty until it is known for the first
     * time.
     */
    OptionalLong highWaterMark();

    /** Returns how long {@link #highWaterMark} has waited for an open transaction; zero if it does not wait. */
    Duration lag();

    /**
     * Returns transitions between two positions.
     *
     * @param after exclusive
     * @param until inclusive; the log may have gaps beyond {@link #highWaterMark()}
     * @param orderId limits the result to one order; null for all orders
     */
    List<RecordedTransition> between(long after, long until, @Nullable UUID orderId, int limit);

    /**
     * Returns the position of the last transition up to a position; {@link #START} if there is none.
     *
     * @param until inclusive
     */
    long lastPosition(long until);

    /**
     * Counts status changes between two positions. The database aggregates, so any number of orders is possible.
     *
     * @param after exclusive
     * @param until inclusive
     * @param slot length of a time slot
     * @param slots number of slots until now; earlier changes count in the first
     */
    List<TransitionCount> count(long after, long until, Duration slot, int slots);

    /**
     * Returns the orders in flight and the current completion rate. Cheap enough to poll.
     *
     * @param limit up to which orders in flight are counted
     */
    SagaThroughput throughput(long limit);

    /** Returns the time of the database's clock, which stamps all transitions. */
    Instant now();
}
