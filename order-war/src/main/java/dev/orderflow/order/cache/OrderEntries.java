package dev.orderflow.order.cache;

import dev.orderflow.order.application.OrderCache.Lookup;
import dev.orderflow.order.application.OrderCache.Rendered;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisDataException;

/**
 * Redis entries of cached orders. Each is a hash with the order's version {@code v} and one body for each JSON form,
 * such as {@code b.v1}.
 *
 * <p>All forms share one entry, because a release must be able to invalidate forms that it does not know. An
 * invalidation leaves a tombstone (an entry without a body), so a reader that read the order before the change cannot
 * restore it. Any other value counts as a miss and is replaced. Every operation is one call, and throws if Redis fails.
 */
@ApplicationScoped
public class OrderEntries {

    private static final String KEY = "orderflow:order:";

    /** Prefix of a field name. The form follows. */
    private static final String BODY = "b.";

    /** Lua numbers are exact up to 2^53. */
    private static final String KNOWN = """
            local function known(key)
              local version = redis.pcall('HGET', key, 'v')
              return type(version) == 'string' and tonumber(version) or -1
            end
            """;

    /** Keeps a newer version, and bodies of other forms of the same version. */
    private static final String OFFER = KNOWN + """
            local now = known(KEYS[1])
            if now > tonumber(ARGV[1]) then return 0 end
            if now < tonumber(ARGV[1]) then redis.call('DEL', KEYS[1]) end
            redis.call('HSET', KEYS[1], 'v', ARGV[1], ARGV[4], ARGV[2])
            redis.call('PEXPIRE', KEYS[1], ARGV[3])
            return 1""";

    private static final String INVALIDATE = KNOWN + """
            for i, key in ipairs(KEYS) do
              if known(key) < tonumber(ARGV[i + 1]) then
                redis.call('DEL', key)
                redis.call('HSET', key, 'v', ARGV[i + 1])
                redis.call('PEXPIRE', key, ARGV[1])
              end
            end""";

    @Inject
    RedisClient redis;

    @Inject
    @ConfigProperty(name = "orderflow.cache.life-open-s")
    long lifeOpenSeconds;

    @Inject
    @ConfigProperty(name = "orderflow.cache.life-ended-s")
    long lifeEndedSeconds;

    @Inject
    @ConfigProperty(name = "orderflow.cache.tombstone-s")
    long tombstoneSeconds;

    Lookup find(UUID id, String form) {
        try {
            List<@Nullable String> entry = redis.hmget(KEY + id, "v", BODY + form);
            String version = entry.get(0);
            String body = entry.get(1);
            return version == null || body == null ? new Lookup.Miss() : new Lookup.Hit(Long.parseLong(version), body);
        } catch (NumberFormatException spoiled) {
            return new Lookup.Miss();
        } catch (JedisDataException refused) {
            if (String.valueOf(refused.getMessage()).startsWith("WRONGTYPE")) {
                return new Lookup.Miss();
            }
            throw refused;
        }
    }

    /** Returns whether the body was stored. */
    boolean offer(UUID id, Rendered order, boolean last) {
        long life = withJitter(last ? lifeEndedSeconds : lifeOpenSeconds);
        var arguments = List.of(Long.toString(order.version()), order.body(), Long.toString(life), BODY + order.form());
        Object stored = redis.eval(OFFER, List.of(KEY + id), arguments);
        return Long.valueOf(1).equals(stored);
    }

    void invalidate(Map<UUID, Long> versions) {
        List<String> keys = new ArrayList<>();
        List<String> arguments = new ArrayList<>();
        arguments.add(Long.toString(Duration.ofSeconds(tombstoneSeconds).toMillis()));
        versions.forEach((id, version) -> {
            keys.add(KEY + id);
            arguments.add(Long.toString(version));
        });
        redis.eval(INVALIDATE, keys, arguments);
    }

    /** Returns the time to live in ms, reduced by up to 20 % at random so that entries do not expire together. */
    private static long withJitter(long seconds) {
        long millis = Duration.ofSeconds(seconds).toMillis();
        return ThreadLocalRandom.current().nextLong(millis * 4 / 5, millis + 1);
    }
}
