package dev.orderflow.inventory.lock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import redis.clients.jedis.RedisClient;

/**
 * The locks in Redis: one string per SKU, which holds the owner's token. Every operation is one call, and throws when
 * Redis fails. All keys share a hash tag, so that a cluster keeps them in one slot, where a script may touch them
 * together.
 */
@ApplicationScoped
public class LockScripts {

    private static final String KEY = "orderflow:{stock-lock}:";

    /** Answers 0, or the position of the key that somebody else holds; then nothing that it has set is left. */
    private static final String ACQUIRE = """
            for i, key in ipairs(KEYS) do
              if not redis.call('SET', key, ARGV[1], 'NX', 'PX', ARGV[2]) then
                for mine = 1, i - 1 do redis.call('DEL', KEYS[mine]) end
                return i
              end
            end
            return 0""";

    /** Answers how many were no longer ours. */
    private static final String RELEASE = """
            local lost = 0
            for _, key in ipairs(KEYS) do
              if redis.pcall('GET', key) == ARGV[1] then redis.call('DEL', key) else lost = lost + 1 end
            end
            return lost""";

    /** Answers how many were no longer ours. */
    private static final String EXTEND = """
            local lost = 0
            for _, key in ipairs(KEYS) do
              if redis.pcall('GET', key) == ARGV[1] then redis.call('PEXPIRE', key, ARGV[2]) else lost = lost + 1 end
            end
            return lost""";

    @Inject
    RedisClient redis;

    /** Sorted, each once. */
    static List<String> keys(Collection<String> skus) {
        return new TreeSet<>(skus).stream().map(KEY::concat).toList();
    }

    /** Whether all of them are held now; otherwise none is. */
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
