package dev.orderflow.order.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which orders are asked for; null asks for all.
 *
 * @param from inclusive
 * @param to exclusive
 * @param after the last order of the page before; newer ones are left out
 */
public record OrderQuery(
        @Nullable OrderStatus status,
        @Nullable String customerId,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Cursor after,
        int limit) {

    /** The place of an order in the list. */
    public record Cursor(Instant createdAt, UUID id) {}
}
