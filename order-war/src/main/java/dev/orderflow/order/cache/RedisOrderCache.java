package dev.orderflow.order.cache;

import dev.orderflow.order.application.OrderCache;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisException;

/** The cache in Redis. A Redis that is away is no failure, whatever is asked of it; it is logged when it goes and comes. */
@ApplicationScoped
public class RedisOrderCache implements OrderCache {

    private static final Logger LOG = Logger.getLogger(RedisOrderCache.class.getName());

    @Inject
    RedisBreaker breaker;

    @Inject
    OrderEntries entries;

    private final AtomicBoolean away = new AtomicBoolean();

    /** So that the first reader finds a connection. */
    void meet(@Observes Startup event, RedisClient redis) {
        ask(redis::ping);
    }

    @Override
    public Lookup find(UUID id) {
        return this.<Lookup>ask(() -> entries.find(id)).orElseGet(Lookup.Unavailable::new);
    }

    @Override
    public boolean offer(UUID id, long version, String body, boolean last) {
        return ask(() -> entries.offer(id, version, body, last)).orElse(false);
    }

    @Override
    public boolean invalidate(Map<UUID, Long> versions) {
        return versions.isEmpty()
                || ask(() -> {
                            entries.invalidate(versions);
                            return true;
                        })
                        .orElse(false);
    }

    /** Empty when Redis does not answer in time, or is not asked because it has not for a while. */
    private <T> Optional<T> ask(Supplier<T> command) {
        try {
            T answer = breaker.call(command);
            if (away.get() && away.compareAndSet(true, false)) {
                LOG.info("Redis is back");
            }
            return Optional.of(answer);
        } catch (CircuitBreakerOpenException known) {
            return Optional.empty();
        } catch (JedisException failure) {
            Level level = away.compareAndSet(false, true) ? Level.WARNING : Level.FINE;
            LOG.log(level, "Redis is away, orders are read from the database: {0}", failure.toString());
            return Optional.empty();
        }
    }
}
