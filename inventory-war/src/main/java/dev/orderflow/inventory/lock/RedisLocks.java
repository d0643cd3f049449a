package dev.orderflow.inventory.lock;

import dev.orderflow.chassis.redis.OptionalRedis;
import dev.orderflow.inventory.lock.LockMetrics.Outcome;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Acquires locks in Redis for a limited time. A lock reduces conflicts but guarantees nothing: it can expire during
 * long work, it is lost when Redis is emptied, and work continues without it if Redis is unavailable or another owner
 * holds it for too long.
 */
@ApplicationScoped
public class RedisLocks {

    /** Pause between two attempts: doubled each time, with jitter so that waiting clients do not retry together. */
    private static final Duration FIRST_PAUSE = Duration.ofMillis(1);

    private static final Duration LONGEST_PAUSE = Duration.ofMillis(8);

    @Inject
    OptionalRedis redis;

    @Inject
    LockScripts scripts;

    @Inject
    LockMetrics metrics;

    @Inject
    @ConfigProperty(name = "orderflow.stock-lock.wait-ms")
    long waitMillis;

    @Inject
    @ConfigProperty(name = "orderflow.stock-lock.ttl-ms")
    long ttlMillis;

    @Inject
    @ConfigProperty(name = "orderflow.stock-lock.extensions")
    int extensions;

    @SuppressWarnings("NullAway.Init") // CDI calls extendOn
    ScheduledExecutorService executor;

    @Inject
    void extendOn(ManagedScheduledExecutorService executor) {
        this.executor = executor;
    }

    /** Acquires all locks or none. Returns after the maximum wait, plus one timeout of Redis, at the latest. */
    public HeldLock acquire(Collection<String> skus) {
        List<String> keys = LockScripts.keys(skus);
        String token = UUID.randomUUID().toString();
        long begin = System.nanoTime();
        Outcome outcome = acquire(keys, token, begin + TimeUnit.MILLISECONDS.toNanos(waitMillis));
        metrics.waited(Duration.ofNanos(System.nanoTime() - begin), outcome);
        return switch (outcome) {
            case ACQUIRED -> new Extended(keys, token);
            case TIMED_OUT -> HeldLock.NONE;
            case UNAVAILABLE -> {
                // The command may have succeeded although its response was lost. What cannot be released now expires.
                redis.ask(() -> scripts.release(keys, token));
                yield HeldLock.NONE;
            }
        };
    }

    private Outcome acquire(List<String> keys, String token, long deadline) {
        long pause = FIRST_PAUSE.toNanos();
        while (true) {
            Optional<Boolean> acquired = redis.ask(() -> scripts.acquire(keys, token, ttlMillis));
            if (acquired.isEmpty()) {
                return Outcome.UNAVAILABLE;
            }
            if (acquired.get()) {
                return Outcome.ACQUIRED;
            }
            long left = deadline - System.nanoTime();
            if (left <= 0 || Thread.currentThread().isInterrupted()) {
                return Outcome.TIMED_OUT;
            }
            LockSupport.parkNanos(Math.min(left, ThreadLocalRandom.current().nextLong(pause / 2, pause)));
            pause = Math.min(2 * pause, LONGEST_PAUSE.toNanos());
        }
    }

    /**
     * A held lock. It is extended during the work, but a limited number of times, so that work that hangs does not
     * block other replicas.
     */
    private final class Extended implements HeldLock {

        private final List<String> keys;
        private final String token;
        private final Future<?> ticks;
        private int extensionsLeft = extensions;
        private boolean lost;

        Extended(List<String> keys, String token) {
            this.keys = keys;
            this.token = token;
            long third = Math.max(1, ttlMillis / 3);
            ticks = executor.scheduleAtFixedRate(this::extend, third, third, TimeUnit.MILLISECONDS);
        }

        private synchronized void extend() {
            if (extensionsLeft > 0) {
                extensionsLeft--;
                notice(redis.ask(() -> scripts.extend(keys, token, ttlMillis)));
            }
        }

        @Override
        public synchronized void close() {
            ticks.cancel(false);
            extensionsLeft = 0;
            notice(redis.ask(() -> scripts.release(keys, token)));
        }

        /** Counts each loss once: a lock that an extension missed is still missing at the release. */
        private void notice(Optional<Long> missing) {
            if (!lost && missing.orElse(0L) > 0) {
                lost = true;
                metrics.lost(missing.get());
            }
        }
    }
}
