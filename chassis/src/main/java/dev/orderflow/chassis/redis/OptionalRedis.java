package dev.orderflow.chassis.redis;

import dev.orderflow.chassis.failure.FailureSummary;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import redis.clients.jedis.exceptions.JedisException;

/** Asks Redis. That it is away is no failure: it is logged when it goes and when it comes. */
@ApplicationScoped
public class OptionalRedis {

    private static final Logger LOG = Logger.getLogger(OptionalRedis.class.getName());

    @Inject
    RedisBreaker breaker;

    private final AtomicBoolean away = new AtomicBoolean();
    private volatile boolean used;

    /** Empty when Redis does not answer in time, or is not asked because it has not for a while. */
    public <T> Optional<T> ask(Supplier<T> command) {
        used = true;
        try {
            T answer = breaker.call(command);
            if (away.get() && away.compareAndSet(true, false)) {
                LOG.info("Redis is available again");
            }
            return Optional.of(answer);
        } catch (CircuitBreakerOpenException known) {
            return Optional.empty();
        } catch (JedisException failure) {
            Level level = away.compareAndSet(false, true) ? Level.WARNING : Level.FINE;
            LOG.log(level, "Redis is unavailable; continuing without it: {0}", FailureSummary.of(failure));
            return Optional.empty();
        }
    }

    /** Whether anything was ever asked; a service that does without Redis never does. */
    boolean isUsed() {
        return used;
    }
}
