package dev.orderflow.order.domain;

import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The steps of all orders, in one sequence. */
public interface OrderSteps {

    /** Before the first step. */
    long START = 0;

    /**
     * How far the sequence is complete: nothing appears at or before this position any more. Grows as transactions end, and is
     * milliseconds behind at most times; empty until it is known for the first time. To be called again and again.
     */
    OptionalLong complete();

    /**
     * Steps between two positions.
     *
     * @param after exclusive
     * @param until inclusive; what is beyond {@link #complete()} may still be incomplete
     * @param orderId of the one order that is asked about; null for all
     */
    List<OrderStep> between(long after, long until, @Nullable UUID orderId, int limit);
}
