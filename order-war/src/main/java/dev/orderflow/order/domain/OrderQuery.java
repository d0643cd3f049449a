package dev.orderflow.order.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A filter for orders. Null matches every order.
 *
 * @param from inclusive
 * @param to exclusive
 * @param after position of the last order on the previous page
 */
public record OrderQuery(
        @Nullable OrderStatus status,
        @Nullable String customerId,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Cursor after,
        int limit) {

    /** The position of an order in the list. */
    public record Cursor(Instant createdAt, UUID id) {}
}
