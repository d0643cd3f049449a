package dev.orderflow.inventory.lock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import redis.clients.jedis.RedisClient;

/**
 * The locks in Redis: one string per SKU, which holds the owner's token. Every operation is one call, and throws if
 * Redis fails. All keys share a hash tag, so a cluster keeps them in one slot and a script can access them together.
 */
@ApplicationScoped
public class LockScripts {

    private static final String KEY = "orderflow:{stock-lock}:";

    /** Returns 0, or the position of the first key that another owner holds. In that case no lock is left behind. */
    private static final String ACQUIRE = """
            for i, key in ipairs(KEYS) do
              if not redis.call('SET', key, ARGV[1], 'NX', 'PX', ARGV[2]) then
                for mine = 1, i - 1 do redis.call('DEL', KEYS[mine]) end
                return i
              end
            end
            return 0""";

    /** Returns the number of locks that were lost. */
    private static final String RELEASE = """
            local lost = 0
            for _, key in ipairs(KEYS) do
              if redis.pcall('GET', key) == ARGV[1] then redis.call('DEL', key) else lost = lost + 1 end
            end
            return lost""";

    /** Returns the number of locks that were lost. */
    private static final String EXTEND = """
            local lost = 0
            for _, key in ipairs(KEYS) do
              if redis.pcall('GET', key) == ARGV[1] then redis.call('PEXPIRE', key, ARGV[2]) else lost = lost + 1 end
            end
            return lost""";

    @Inject
    RedisClient redis;

    /** Returns the keys in order, without duplicates. */
    static List<String> keys(Collection<String> skus) {
        return new TreeSet<>(skus).stream().map(KEY::concat).toList();
    }

    /** Acquires all locks or none. */
    boolean acquire(List<String> keys, String token, long ttlMillis) {
        return number(redis.eval(ACQUIRE, keys, List.of(token, Long.toString(ttlMillis)))) == 0;
    }

    long release(List<String> keys, String token) {
        return number(redis.eval(RELEASE, keys, List.of(token)));
    }

    long extend(List<String> keys, String token, long ttlMillis) {
        return number(redis.eval(EXTEND, keys, List.of(token, Long.toString(ttlMillis))));
    }

    private static long number(Object answer) {
        return (Long) answer;
    }
}
