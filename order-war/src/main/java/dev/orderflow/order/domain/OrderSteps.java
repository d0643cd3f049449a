package dev.orderflow.order.domain;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The steps of all orders, in one sequence that is complete: once a position was read, nothing appears before it any more. A
 * step shows as soon as every transaction that began before its own has ended, which takes milliseconds.
 */
public interface OrderSteps {

    /** Position of the newest step that shows; {@link OrderStep.Position#START} when there is none. */
    OrderStep.Position end();

    /**
     * What follows a position.
     *
     * @param orderId of the one order that is asked about; null for all
     */
    List<OrderStep> after(OrderStep.Position position, @Nullable UUID orderId, int limit);

    /** Every step of an order that is committed, in sequence. */
    List<OrderStep> of(UUID orderId, int limit);
}
