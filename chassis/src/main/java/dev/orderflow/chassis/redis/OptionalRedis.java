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

/**
 * Runs Redis commands and degrades when Redis is unavailable. An outage is no failure; only its beginning and its end
 * are logged.
 */
@ApplicationScoped
public class OptionalRedis {

    private static final Logger LOG = Logger.getLogger(OptionalRedis.class.getName());

    @Inject
    RedisBreaker breaker;

    private final AtomicBoolean away = new AtomicBoolean();
    private volatile boolean used;

    /** Runs a command. Empty if Redis does not answer in time, or if the circuit breaker is open. */
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

    /** Whether a command was ever run; a service that is configured without Redis runs none. */
    boolean isUsed() {
        return used;
    }
}
