package dev.orderflow.order.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.order.application.OrderCache;
import dev.orderflow.order.domain.Order;
import dev.orderflow.order.domain.OrderLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OrderCacheInvalidationTest {

    private static final Order ORDER = Order.place(
            UUID.randomUUID(),
            "c-1",
            List.of(new OrderLine("BOOK", "A book", 1, 2990)),
            "EUR",
            "tok_approve",
            Instant.EPOCH);

    @Test
    void an_invalidation_that_fails_is_tried_again_at_once() {
        var redis = new FailingCache(2);

        invalidate(redis);

        assertThat(redis.asked).hasSize(3).containsOnly(Map.of(ORDER.id(), 0L));
    }

    @Test
    void a_redis_that_stays_away_is_given_up() {
        var redis = new FailingCache(Integer.MAX_VALUE);

        invalidate(redis);

        assertThat(redis.asked).hasSize(3);
    }

    @Test
    void an_invalidation_that_succeeds_is_not_repeated() {
        var redis = new FailingCache(0);

        invalidate(redis);

        assertThat(redis.asked).hasSize(1);
    }

    private static void invalidate(OrderCache cache) {
        var orders = new OrderCacheInvalidation();
        orders.cache = cache;
        orders.invalidate(List.of(ORDER, ORDER));
    }

    /** Fails a given number of times. */
    private static final class FailingCache implements OrderCache {

        private final List<Map<UUID, Long>> asked = new ArrayList<>();
        private final int failures;

        FailingCache(int failures) {
            this.failures = failures;
        }

        @Override
        public Lookup find(UUID id, String form) {
            return new Lookup.Miss();
        }

        @Override
        public boolean offer(UUID id, OrderCache.Rendered order, boolean last) {
            return false;
        }

        @Override
        public boolean invalidate(Map<UUID, Long> versions) {
            asked.add(versions);
            return asked.size() > failures;
        }
    }
}
