package dev.orderflow.order.cache;

import dev.orderflow.chassis.redis.OptionalRedis;
import dev.orderflow.order.application.OrderCache;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import redis.clients.jedis.RedisClient;

/** The order cache in Redis. Failures of Redis are treated as an unavailable cache, never as an error. */
@ApplicationScoped
public class RedisOrderCache implements OrderCache {

    @Inject
    OptionalRedis redis;

    @Inject
    OrderEntries entries;

    @Inject
    CacheMetrics metrics;

    /** Opens a connection before the first request needs one. */
    void meet(@Observes Startup event, RedisClient client) {
        redis.ask(client::ping);
    }

    @Override
    public Lookup find(UUID id, String form) {
        Lookup found = redis.<Lookup>ask(() -> entries.find(id, form)).orElseGet(Lookup.Unavailable::new);
        metrics.lookedUp(found);
        return found;
    }

    @Override
    public boolean offer(UUID id, Rendered order, boolean last) {
        return redis.ask(() -> entries.offer(id, order, last)).orElse(false);
    }

    @Override
    public boolean invalidate(Map<UUID, Long> versions) {
        return versions.isEmpty()
                || redis.ask(() -> {
                            entries.invalidate(versions);
                            return true;
                        })
                        .orElse(false);
    }
}
