package dev.orderflow.order.domain.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The steps of all orders, in one sequence. */
public interface TransitionLog {

    /** Before the first step. */
    long START = 0;

    /**
     * How far the sequence is complete: nothing appears at or before this position any more. Grows as transactions end,
     * and is milliseconds behind at most times; empty until it is known for the first time. To be called again and
     * again.
     */
    OptionalLong highWaterMark();

    /** For how long {@link #highWaterMark} has waited for a transaction that still writes; zero when it has not. */
    Duration lag();

    /**
     * Steps between two positions.
     *
     * @param after exclusive
     * @param until inclusive; what is beyond {@link #highWaterMark()} may still be incomplete
     * @param orderId of the one order that is asked about; null for all
     */
    List<RecordedTransition> between(long after, long until, @Nullable UUID orderId, int limit);

    /**
     * Position of the last step up to a position; {@link #START} when there is none.
     *
     * @param until inclusive
     */
    long lastPosition(long until);

    /**
     * Counts the changes of status between two positions, for as many orders as there are: the database adds up.
     *
     * @param after exclusive
     * @param until inclusive
     * @param slot length of the slots of time that are counted apart
     * @param slots how many of them, until now; what was before counts in the first
     */
    List<TransitionCount> count(long after, long until, Duration slot, int slots);

    /**
     * How orders get on; cheap when asked for again and again.
     *
     * @param most so many orders under way are counted at most
     */
    SagaThroughput throughput(long limit);

    /** What the clock says that all steps are timed by. */
    Instant now();
}
