package dev.orderflow.order.domain.stream;

import dev.orderflow.order.domain.OrderStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The number of orders that changed from one status to another within a time slot.
 *
 * @param from null for orders that were placed
 * @param slot start of the slot, by the database's clock
 */
public record TransitionCount(@Nullable OrderStatus from, OrderStatus to, Instant slot, long orders) {}
