package dev.orderflow.order.cache;

import dev.orderflow.order.application.OrderCache;
import dev.orderflow.order.application.OrderSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Fallback;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisException;

/**
 * An entry is a hash of the order's version {@code v} and its body {@code b}. A change leaves a tombstone, an entry without a
 * body, instead of deleting: so a reader that read the order before the change and offers it after cannot put it back.
 *
 * <p>The breakers, one for each operation, open when half of ten calls fail: then Redis is gone or hangs, and nobody waits for
 * its time-outs any more; every two seconds one call tries.
 */
@ApplicationScoped
@CircuitBreaker(requestVolumeThreshold = 10, failureRatio = 0.5, delay = 2000, failOn = JedisException.class)
public class RedisOrderCache implements OrderCache {

    private static final String KEY = "orderflow:order:";

    /** Keeps what is newer, and of the same version what has a body. */
    private static final String OFFER = """
            local known = tonumber(redis.call('HGET', KEYS[1], 'v') or -1)
            if known > tonumber(ARGV[1]) then return 0 end
            redis.call('HSET', KEYS[1], 'v', ARGV[1], 'b', ARGV[2])
            redis.call('PEXPIRE', KEYS[1], ARGV[3])
            return 1""";

    private static final String INVALIDATE = """
            for i, key in ipairs(KEYS) do
              local known = tonumber(redis.call('HGET', key, 'v') or -1)
              if known < tonumber(ARGV[i + 1]) then
                redis.call('HSET', key, 'v', ARGV[i + 1])
                redis.call('HDEL', key, 'b')
                redis.call('PEXPIRE', key, ARGV[1])
              end
            end""";

    @Inject
    RedisClient redis;

    @Inject
    OrderSettings settings;

    @Override
    @Fallback(
            fallbackMethod = "unavailable",
            applyOn = {JedisException.class, CircuitBreakerOpenException.class})
    public Lookup find(UUID id) {
        List<@Nullable String> entry = redis.hmget(KEY + id, "v", "b");
        String version = entry.get(0);
        String body = entry.get(1);
        return version == null || body == null ? new Lookup.Miss() : new Lookup.Hit(Long.parseLong(version), body);
    }

    Lookup unavailable(UUID id) {
        return new Lookup.Unavailable();
    }

    @Override
    @Fallback(
            fallbackMethod = "notStored",
            applyOn = {JedisException.class, CircuitBreakerOpenException.class})
    public boolean offer(UUID id, long version, String body, boolean last) {
        Duration life = last ? settings.cacheLifeEnded() : settings.cacheLifeOpen();
        Object stored = redis.eval(
                OFFER,
                List.of(KEY + id),
                List.of(
                        Long.toString(version),
                        body,
                        Long.toString(withJitter(life).toMillis())));
        return Long.valueOf(1).equals(stored);
    }

    boolean notStored(UUID id, long version, String body, boolean last) {
        return false;
    }

    @Override
    public void invalidate(Map<UUID, Long> versions) {
        if (versions.isEmpty()) {
            return;
        }
        List<String> keys = new ArrayList<>();
        List<String> arguments = new ArrayList<>();
        arguments.add(Long.toString(settings.cacheTombstone().toMillis()));
        versions.forEach((id, version) -> {
            keys.add(KEY + id);
            arguments.add(Long.toString(version));
        });
        redis.eval(INVALIDATE, keys, arguments);
    }

    /** What was cached together does not expire together. */
    private static Duration withJitter(Duration life) {
        long millis = life.toMillis();
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(millis * 4 / 5, millis + 1));
    }
}
