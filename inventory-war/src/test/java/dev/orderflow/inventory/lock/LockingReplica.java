package dev.orderflow.inventory.lock;

import static dev.orderflow.chassis.harness.Wiring.wire;

import dev.orderflow.chassis.redis.OptionalRedis;
import dev.orderflow.chassis.redis.RedisBreaker;
import dev.orderflow.chassis.redis.RedisConnections;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The locks of one replica, without a container, and their metrics. Its circuit breaker never opens, because no
 * interceptor runs. Each call therefore waits for a hanging Redis, which is worse than in a server.
 */
public final class LockingReplica implements AutoCloseable {

    final AtomicLong lost = new AtomicLong();
    final Map<LockMetrics.Outcome, Long> outcomes = new ConcurrentHashMap<>();

    private final RedisLocks locks = new RedisLocks();
    private final ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1);

    /** Uses the defaults of the service for all other settings. */
    public LockingReplica(String redisUrl, Duration ttl, int extensions) {
        this(redisUrl, 50, ttl, extensions);
    }

    /** Also sets the timeout of Redis. */
    LockingReplica(String redisUrl, int timeoutMillis, Duration ttl, int extensions) {
        executor.setRemoveOnCancelPolicy(true);
        locks.scripts = new LockScripts();
        locks.scripts.redis = RedisConnections.open(redisUrl, timeoutMillis, 32);
        locks.redis = wire(new OptionalRedis(), new RedisBreaker());
        locks.metrics = new Counted();
        locks.waitMillis = 100;
        locks.ttlMillis = ttl.toMillis();
        locks.extensions = extensions;
        locks.executor = executor;
    }

    public HeldLock acquire(Collection<String> skus) {
        return locks.acquire(skus);
    }

    /** Returns the summary that a proof prints. */
    public String measured() {
        return "%s, lost %d".formatted(outcomes, lost.get());
    }

    @Override
    public void close() {
        executor.shutdownNow();
        locks.scripts.redis.close();
    }

    private final class Counted extends LockMetrics {

        @Override
        void waited(Duration time, Outcome outcome) {
            outcomes.merge(outcome, 1L, Long::sum);
        }

        @Override
        void lost(long locks) {
            lost.addAndGet(locks);
        }
    }
}
