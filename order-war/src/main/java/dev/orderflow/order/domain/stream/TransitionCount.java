package dev.orderflow.order.domain.stream;

import dev.orderflow.order.domain.OrderStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How many orders went from one status to another within a slot of time.
 *
 * @param from null for orders that were placed
 * @param slot begin of the slot, on the database's clock
 */
public record TransitionCount(@Nullable OrderStatus from, OrderStatus to, Instant slot, long orders) {}
